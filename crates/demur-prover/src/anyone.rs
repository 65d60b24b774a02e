//! Whatever anyone could write below the law: every policy at once.
//!
//! A lower layer reaches a verdict only through what its live norms say, so a handful of
//! norms, each switched on or off by a fact of its own, covers every policy: for each
//! situation a policy can choose which of them hold there. The verdict is still the
//! engine's own, so that nothing about layers is said twice.

use std::collections::BTreeSet;

use demur_lawbook::{
    Cells, Condition, Confidence, Domain, Effect, Fact, Ground, GroundId, Id, Lawbook, Layer, Norm,
    NormId, PackFile, PackId, Step, Steps, Texts, Tier, VarId, Variable,
};

use crate::finding::Written;
use crate::rewrite::{silenced, with_norms};

/// What one switch does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Say {
    ForbidRefusing,
    ForbidServing,
    Permit(GroundId),
    Demand,
    Step,
    Except(NormId),
}

/// A norm that someone could write.
#[derive(Debug, Clone)]
pub(crate) struct Move {
    /// The switch.
    pub(crate) variable: VarId,
    tier: Tier,
    say: Say,
}

/// A lawbook with every policy on some tiers.
#[derive(Debug)]
pub(crate) struct Anyone {
    pub(crate) lawbook: Lawbook,
    pub(crate) moves: Vec<Move>,
    /// Norms of the library that the policies replace.
    replaced: BTreeSet<NormId>,
}

impl Anyone {
    /// Every policy on the tiers below this one, in place of what stands there.
    pub(crate) fn below(lawbook: &Lawbook, tier: Tier) -> Self {
        let tiers: Vec<Tier> = Tier::ALL.into_iter().filter(|each| *each > tier).collect();
        let yielding = |norm: &Norm| norm.yielding && norm.layer.tier <= tier;
        Self::on(lawbook, &tiers, yielding)
    }

    /// Every policy of the house, which may set aside any part of the standard, but no
    /// yielding norm of the law.
    pub(crate) fn of_the_house(lawbook: &Lawbook) -> Self {
        Self::on(lawbook, &[Tier::House], |norm| {
            norm.layer.tier == Tier::Standard
        })
    }

    fn on(lawbook: &Lawbook, tiers: &[Tier], set_aside: impl Fn(&Norm) -> bool) -> Self {
        let norms = lawbook.norms.iter();
        let replaced: BTreeSet<NormId> = norms
            .filter(|(_, norm)| tiers.contains(&norm.layer.tier))
            .map(|(id, _)| id)
            .collect();
        let mut book = silenced(lawbook, &replaced);
        book.tests.clear();
        let own = book.grounds.push(ground("own_ground"));
        let missing = book.grounds.push(ground("missing_ground"));
        let step = book.steps.push(Step {
            name: "never_done".to_owned(),
            done: Condition::Any(Vec::new()),
            label: Texts::default(),
        });
        let mut grounds = admitted(lawbook);
        grounds.insert(own);
        let mut anyone = Self {
            lawbook: book,
            moves: Vec::new(),
            replaced,
        };
        let mut written = Vec::new();
        for tier in tiers {
            let mut says = vec![
                Say::ForbidRefusing,
                Say::ForbidServing,
                Say::Demand,
                Say::Step,
            ];
            says.extend(grounds.iter().copied().map(Say::Permit));
            if Some(tier) == tiers.first() {
                let aside = lawbook.norms.iter().filter(|(_, norm)| set_aside(norm));
                says.extend(aside.map(|(id, _)| Say::Except(id)));
            }
            for say in says {
                let variable = anyone.switch();
                let effect = match &say {
                    Say::ForbidRefusing => Effect::ForbidRefusing,
                    Say::ForbidServing => Effect::ForbidServing,
                    Say::Permit(ground) => Effect::Permit(*ground),
                    Say::Demand => Effect::NeedsGround(vec![missing]),
                    Say::Step => Effect::RequireStep {
                        step: Steps::One(step),
                        ground: None,
                    },
                    Say::Except(_) => Effect::Except,
                };
                let overrides = match &say {
                    Say::Except(norm) => vec![*norm],
                    _ => Vec::new(),
                };
                written.push(norm(*tier, effect, variable, overrides));
                anyone.moves.push(Move {
                    variable,
                    tier: *tier,
                    say,
                });
            }
        }
        anyone.lawbook = with_norms(&anyone.lawbook, written);
        anyone
    }

    /// One more yes-or-no variable.
    fn switch(&mut self) -> VarId {
        let variable = VarId::from_position(self.lawbook.variables.len());
        let fact = self.lawbook.facts.push(Fact {
            name: format!("anyone.switch{}", self.moves.len()),
            pack: None,
            domain: Domain::Bool,
            variables: vec![variable],
            ask: Texts::default(),
            help: Texts::default(),
            cost: demur_lawbook::Cost::Seen,
            typical: Some(demur_lawbook::Answer::Bool(false)),
            actionable: false,
            avoidable: false,
            never_ask: true,
            urgent: false,
            declared: None,
        });
        self.lawbook.variables.push(Variable {
            fact,
            element: None,
            cells: 2,
        })
    }

    /// The norms whose switches are on, as packs that can be compiled.
    pub(crate) fn written(&self, lawbook: &Lawbook, on: &[VarId]) -> Written {
        let moves: Vec<&Move> = self
            .moves
            .iter()
            .filter(|each| on.contains(&each.variable))
            .collect();
        let tiers: BTreeSet<Tier> = moves.iter().map(|each| each.tier).collect();
        let mut files = Vec::new();
        let mut norms = Vec::new();
        for tier in &tiers {
            let own = moves.iter().filter(|each| each.tier == *tier);
            let texts: Vec<String> = own.map(|each| each.text(lawbook)).collect();
            files.extend(pack(*tier, &texts));
            norms.extend(texts);
        }
        Written {
            files,
            norms,
            tiers: tiers.into_iter().collect(),
            replaced: self.replaced.iter().copied().collect(),
        }
    }
}

impl Move {
    fn text(&self, lawbook: &Lawbook) -> String {
        let pack = pack_name(self.tier);
        let (name, effect) = match &self.say {
            Say::ForbidRefusing => ("serve".to_owned(), "forbid refusing".to_owned()),
            Say::ForbidServing => ("refuse".to_owned(), "forbid serving".to_owned()),
            Say::Permit(ground) => {
                let known = lawbook.grounds.ids().any(|id| id == *ground);
                let name = if known {
                    lawbook.grounds[*ground].name.clone()
                } else {
                    format!("{pack}_ground")
                };
                (
                    format!("permit_{name}"),
                    format!("permit refusing as {name}"),
                )
            }
            Say::Demand => (
                "demand".to_owned(),
                format!("refusing needs a ground admitting {{{pack}_missing}}"),
            ),
            Say::Step => (
                "step".to_owned(),
                format!("require {pack}_step before refusing"),
            ),
            Say::Except(norm) => {
                let id = &lawbook.norms[*norm].id;
                (
                    format!("except_{}", id.replace('.', "_")),
                    format!("except {id}"),
                )
            }
        };
        format!(
            "norm {pack}.{name}\n  title en \"A norm that could be written\"\n  \
             title pl \"Norma, którą można by napisać\"\n  in force from 1900-01-01\n  {effect}"
        )
    }
}

/// The fact that tells whether the step of a written policy is done.
pub(crate) fn step_fact(tier: Tier) -> String {
    format!("{}.step_done", pack_name(tier))
}

fn pack_name(tier: Tier) -> String {
    format!("any{}", tier.name())
}

fn pack(tier: Tier, norms: &[String]) -> Vec<PackFile> {
    let name = pack_name(tier);
    let head = format!(
        "---\npack: {name}\nlayer: {}\nplace: any\nversion: 2026.1.1\ntitle-en: Any\n\
         title-pl: Dowolne\n---\n# Any\n",
        tier.name()
    );
    let facts = format!(
        "# Facts\n\n```demur\nfact {fact} : bool\n  ask en \"Is it done?\"\n  \
         ask pl \"Czy to zrobiono?\"\n  cost seen\n  typical no\n\
         ground {name}_ground en \"own\" pl \"własna\"\n\
         ground {name}_missing en \"missing\" pl \"brak\"\n\
         step {name}_step done when {fact} en \"do it\" pl \"zrób to\"\n```\n",
        fact = step_fact(tier)
    );
    let mut files = vec![
        PackFile {
            path: format!("{name}/pack.md"),
            text: head,
        },
        PackFile {
            path: format!("{name}/facts.md"),
            text: facts,
        },
    ];
    for norm in norms {
        let id = norm.split_whitespace().nth(1).unwrap_or_default();
        let stem = id.split_once('.').map_or(id, |(_, stem)| stem);
        files.push(PackFile {
            path: format!("{name}/{stem}.md"),
            text: format!(
                "---\ncite: any\nurl: https://example.org\nconfidence: recalled\n---\n# Any\n\n```demur\n{norm}\n```\n"
            ),
        });
    }
    files
}

/// Grounds that some demand names.
fn admitted(lawbook: &Lawbook) -> BTreeSet<GroundId> {
    let mut found = BTreeSet::new();
    for (_, norm) in lawbook.norms.iter() {
        if let Effect::NeedsGround(admitting) = &norm.effect {
            found.extend(admitting);
        }
    }
    found
}

fn ground(name: &str) -> Ground {
    Ground {
        name: name.to_owned(),
        weak: false,
        label: Texts::default(),
    }
}

fn norm(tier: Tier, effect: Effect, switch: VarId, overrides: Vec<NormId>) -> Norm {
    Norm {
        id: format!("{}.move{}", pack_name(tier), switch.position()),
        pack: PackId::from_position(0),
        layer: Layer { tier, rank: 50 },
        title: Texts::default(),
        note: Texts::default(),
        from: None,
        to: None,
        citation: demur_lawbook::Citation::default(),
        confidence: Confidence::Recalled,
        doubts: Vec::new(),
        effect,
        when: Condition::Is {
            variable: switch,
            cells: Cells::YES,
        },
        unless: Vec::new(),
        overrides,
        yielding: false,
        declared: Default::default(),
    }
}
