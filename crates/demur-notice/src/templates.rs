//! All templates, and a firm's own in their place.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::render::slots_of;
use crate::template::{Section, Template, parse};
use crate::{Channel, Lang, Scenario, TemplateFault};

pub(crate) static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../notices");

/// The file of the reply with which an AI agent hands over to a person.
const HANDOVER: &str = "handover";
/// The file with head, salutation, closing and foot.
const FRAME: &str = "frame";

/// All templates: the built-in ones, and a firm's own in their place.
#[derive(Debug, Clone)]
pub struct Templates {
    by_name: BTreeMap<(Lang, String), Template>,
}

impl Templates {
    /// The templates that Demur brings along.
    ///
    /// # Errors
    /// When a built-in file is faulty, which a test rules out.
    pub fn built_in() -> Result<Self, TemplateFault> {
        let mut templates = Self {
            by_name: BTreeMap::new(),
        };
        for lang in Lang::ALL {
            let files = BUILT_IN
                .get_dir(lang.code())
                .into_iter()
                .flat_map(Dir::files);
            for file in files {
                let path = file.path().to_string_lossy();
                if let Some(text) = file.contents_utf8()
                    && path.ends_with(".md")
                {
                    templates.put(&path, text)?;
                }
            }
        }
        Ok(templates)
    }

    /// Puts a firm's file in the place of a built-in one. A channel that it does not have is
    /// still taken from the built-in file.
    ///
    /// # Errors
    /// When the path is not `LANGUAGE/SCENARIO.md`, or the file is faulty; nothing is changed
    /// then.
    pub fn replace(&mut self, path: &str, text: &str) -> Result<(), TemplateFault> {
        self.put(path, text)
    }

    fn put(&mut self, path: &str, text: &str) -> Result<(), TemplateFault> {
        let (lang, name) = place(path)?;
        let template = parse(path, lang, &name, text)?;
        check_slots(path, &template)?;
        let key = (lang, name);
        let merged = match self.by_name.remove(&key) {
            Some(old) => merge(template, old),
            None => template,
        };
        self.by_name.insert(key, merged);
        Ok(())
    }

    /// The words for a scenario in a channel.
    pub(crate) fn find(
        &self,
        lang: Lang,
        scenario: Scenario,
        channel: Channel,
    ) -> Option<&Section> {
        let own = self.get(lang, scenario.name());
        let found = own.and_then(|template| template.section(channel.name()));
        if found.is_none() && channel == Channel::Agent {
            return self.get(lang, HANDOVER)?.section(channel.name());
        }
        found
    }

    /// A piece of the frame around letters and e-mails.
    pub(crate) fn frame(&self, lang: Lang, heading: &str) -> Option<&Section> {
        self.get(lang, FRAME)?.section(heading)
    }

    /// What a scenario is called, for staff.
    #[must_use]
    pub fn title(&self, lang: Lang, scenario: Scenario) -> Option<&str> {
        Some(self.get(lang, scenario.name())?.title.as_str())
    }

    /// When to use a scenario, for staff.
    #[must_use]
    pub fn advice(&self, lang: Lang, scenario: Scenario) -> Option<&str> {
        Some(self.get(lang, scenario.name())?.advice.as_str())
    }

    /// The channels in which a scenario has words of its own.
    #[must_use]
    pub fn channels(&self, lang: Lang, scenario: Scenario) -> Vec<Channel> {
        let Some(template) = self.get(lang, scenario.name()) else {
            return Vec::new();
        };
        let all = Channel::ALL.into_iter();
        all.filter(|channel| template.has(*channel)).collect()
    }

    fn get(&self, lang: Lang, name: &str) -> Option<&Template> {
        self.by_name.get(&(lang, name.to_owned()))
    }
}

/// Language and name of a template, from its path.
fn place(path: &str) -> Result<(Lang, String), TemplateFault> {
    let fault = |message: String| TemplateFault {
        file: path.to_owned(),
        line: 1,
        message,
        help: "put the file at `LANGUAGE/SCENARIO.md`, as in `pl/debt.md`".to_owned(),
    };
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let lang = parts.next().unwrap_or_default();
    let lang: Lang = lang
        .parse()
        .map_err(|unknown: crate::UnknownName| fault(unknown.to_string()))?;
    let Some(name) = file.strip_suffix(".md") else {
        return Err(fault("a template is a Markdown file".to_owned()));
    };
    if name != HANDOVER && name != FRAME {
        name.parse::<Scenario>()
            .map_err(|unknown| fault(unknown.to_string()))?;
    }
    Ok((lang, name.to_owned()))
}

fn check_slots(path: &str, template: &Template) -> Result<(), TemplateFault> {
    for line in template.sections.iter().flat_map(Section::lines) {
        slots_of(&line.words).map_err(|fault| TemplateFault {
            file: path.to_owned(),
            line: line.at,
            message: fault.to_string(),
            help: "`notices/README.md` lists what can be filled in".to_owned(),
        })?;
    }
    Ok(())
}

/// The new file, and the sections of the old one whose headings it lacks.
fn merge(mut new: Template, old: Template) -> Template {
    for mut section in old.sections {
        section
            .headings
            .retain(|heading| new.section(heading).is_none());
        if !section.headings.is_empty() {
            new.sections.push(section);
        }
    }
    if new.advice.is_empty() {
        new.advice = old.advice;
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firms_file_replaces_its_channels_and_keeps_the_rest() {
        let mut templates = Templates {
            by_name: BTreeMap::new(),
        };
        let old =
            "# Debt\n\nAdvice.\n\n## sms, agent\ndecision: Old.\n\n## letter\ndecision: Kept.\n";
        templates.replace("en/debt.md", old).unwrap();
        templates
            .replace("en/debt.md", "# Owing\n\n## sms\ndecision: New.\n")
            .unwrap();
        let words = |channel| {
            let section = templates.find(Lang::En, Scenario::Debt, channel).unwrap();
            section.lines().next().unwrap().words.clone()
        };
        assert_eq!(templates.title(Lang::En, Scenario::Debt), Some("Owing"));
        assert_eq!(templates.advice(Lang::En, Scenario::Debt), Some("Advice."));
        assert_eq!(words(Channel::Sms), "New.");
        assert_eq!(words(Channel::Agent), "Old.");
        assert_eq!(words(Channel::Letter), "Kept.");
    }

    #[test]
    fn a_faulty_file_changes_nothing() {
        let mut templates = Templates {
            by_name: BTreeMap::new(),
        };
        let fault = |templates: &mut Templates, path: &str, text: &str| {
            templates.replace(path, text).unwrap_err().to_string()
        };
        let text = "# T\n\n## sms\nfact: {{ fact }}\n";
        assert_eq!(
            fault(&mut templates, "en/debt.md", text),
            "en/debt.md:4: a notice has no place called `fact`; did you mean `facts`?\n  \
             help: `notices/README.md` lists what can be filled in"
        );
        assert!(fault(&mut templates, "fr/debt.md", text).contains("`fr` is no language"));
        assert!(fault(&mut templates, "en/dept.md", text).contains("`dept` is no scenario"));
        assert!(templates.by_name.is_empty());
    }
}
