//! Where on the pages each name of the packs is explained.

use std::collections::BTreeMap;

use demur_syntax::tree::{Item, ItemKind};

/// What a name stands for; the same name may stand for one thing of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Fact,
    Group,
    Together,
    Ground,
    Step,
    Duty,
    Measure,
    Define,
    Param,
    Profile,
    Norm,
}

impl Kind {
    /// What anchors of this kind begin with. Norms stand under their bare id.
    fn prefix(self) -> &'static str {
        match self {
            Self::Fact => "fact:",
            Self::Group => "group:",
            Self::Together => "together:",
            Self::Ground => "ground:",
            Self::Step => "step:",
            Self::Duty => "duty:",
            Self::Measure => "measure:",
            Self::Define => "define:",
            Self::Param => "param:",
            Self::Profile => "profile:",
            Self::Norm => "",
        }
    }
}

/// Targets by name.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<(Kind, String), String>);

impl Names {
    /// Remembers where a name is explained; the first place counts.
    pub(super) fn add(&mut self, kind: Kind, name: &str, target: String) {
        self.0.entry((kind, name.to_owned())).or_insert(target);
    }

    /// Where the name is explained.
    pub(super) fn target(&self, kind: Kind, name: &str) -> Option<&str> {
        self.0.get(&(kind, name.to_owned())).map(String::as_str)
    }
}

/// What an item declares, when others can refer to it by name.
pub(super) fn declared(item: &Item) -> Option<(Kind, &str)> {
    let (kind, word) = match &item.kind {
        ItemKind::Fact(each) => (Kind::Fact, &each.name),
        ItemKind::Group(each) => (Kind::Group, &each.name),
        ItemKind::Together(each) => (Kind::Together, &each.name),
        ItemKind::Ground(each) => (Kind::Ground, &each.name),
        ItemKind::Step(each) => (Kind::Step, &each.name),
        ItemKind::Duty(each) => (Kind::Duty, &each.name),
        ItemKind::Measure(each) => (Kind::Measure, &each.name),
        ItemKind::Define(each) => (Kind::Define, &each.name),
        ItemKind::Param(each) => (Kind::Param, &each.name),
        ItemKind::Profile(each) => (Kind::Profile, &each.name),
        ItemKind::Norm(each) => (Kind::Norm, &each.id),
        ItemKind::Assume(_) | ItemKind::Test(_) | ItemKind::Property(_) => return None,
    };
    Some((kind, &word.text))
}

/// Anchors of the items of one page, in order, each of them once.
pub(super) fn anchors<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let anchor = |item: &Item| match (declared(item), &item.kind) {
        (Some((kind, name)), _) => unique(&mut taken, format!("{}{name}", kind.prefix())),
        (None, ItemKind::Test(_)) => numbered(&mut taken, "example"),
        (None, ItemKind::Property(_)) => numbered(&mut taken, "property"),
        (None, _) => numbered(&mut taken, "assume"),
    };
    items.map(anchor).collect()
}

fn numbered(taken: &mut BTreeMap<String, usize>, kind: &str) -> String {
    let count = taken.entry(kind.to_owned()).or_default();
    *count += 1;
    format!("{kind}:{count}")
}

/// `wanted`, with a number behind it when it is taken.
pub(super) fn unique(taken: &mut BTreeMap<String, usize>, wanted: String) -> String {
    let count = taken.entry(wanted.clone()).or_default();
    *count += 1;
    if *count == 1 {
        wanted
    } else {
        format!("{wanted}~{count}")
    }
}
