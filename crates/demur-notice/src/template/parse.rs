//! Reads a file of templates, with the line of every mistake.

use super::{Line, Section, Template, TemplateFault};
use crate::{Channel, Lang, Part};

/// Reads a template file: a title, advice, then sections of `part: words` lines.
pub(crate) fn parse(
    file: &str,
    lang: Lang,
    name: &str,
    text: &str,
) -> Result<Template, TemplateFault> {
    let mut reader = Reader::new(file, lang, name);
    for (index, line) in text.lines().enumerate() {
        reader.line(index + 1, line.trim_end())?;
    }
    reader.finish()
}

struct Reader<'a> {
    file: &'a str,
    template: Template,
    paragraph: Vec<Line>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, lang: Lang, name: &str) -> Self {
        let template = Template {
            lang,
            name: name.to_owned(),
            title: String::new(),
            advice: String::new(),
            sections: Vec::new(),
        };
        Self {
            file,
            template,
            paragraph: Vec::new(),
        }
    }

    fn line(&mut self, at: usize, line: &str) -> Result<(), TemplateFault> {
        if let Some(headings) = line.strip_prefix("## ") {
            self.close_paragraph();
            return self.section(at, headings);
        }
        if let Some(title) = line.strip_prefix("# ") {
            title.trim().clone_into(&mut self.template.title);
            return Ok(());
        }
        if self.template.sections.is_empty() {
            self.advice(line);
            return Ok(());
        }
        if line.is_empty() {
            self.close_paragraph();
            return Ok(());
        }
        let line = self.words(at, line)?;
        self.paragraph.push(line);
        Ok(())
    }

    fn section(&mut self, at: usize, headings: &str) -> Result<(), TemplateFault> {
        let headings: Vec<String> = headings.split(',').map(|h| h.trim().to_owned()).collect();
        for heading in &headings {
            if self.template.section(heading).is_some() {
                let message = format!("there is a second section `{heading}`");
                return Err(self.fault(at, message, "keep one of them"));
            }
            if self.template.name != "frame"
                && let Err(unknown) = heading.parse::<Channel>()
            {
                return Err(self.fault(at, unknown.to_string(), "write the name of a channel"));
            }
        }
        self.template.sections.push(Section {
            headings,
            paragraphs: Vec::new(),
        });
        Ok(())
    }

    fn advice(&mut self, line: &str) {
        let advice = &mut self.template.advice;
        if !line.is_empty() {
            if !advice.is_empty() {
                advice.push(' ');
            }
            advice.push_str(line.trim());
        }
    }

    fn words(&self, at: usize, line: &str) -> Result<Line, TemplateFault> {
        let help = "begin the line with the part that it serves, as in `decision: We cannot …`";
        let Some((label, words)) = line.split_once(':') else {
            return Err(self.fault(at, "the line names no part".to_owned(), help));
        };
        let (label, optional) = match label.trim().strip_suffix('?') {
            Some(label) => (label, true),
            None => (label.trim(), false),
        };
        let part: Part = label
            .parse()
            .map_err(|unknown: crate::UnknownName| self.fault(at, unknown.to_string(), help))?;
        let words = words.trim();
        let (words, item) = match words.strip_prefix("- ") {
            Some(words) => (words, true),
            None => (words, false),
        };
        Ok(Line {
            part,
            optional,
            item,
            words: words.trim().to_owned(),
            at,
        })
    }

    fn close_paragraph(&mut self) {
        let lines = std::mem::take(&mut self.paragraph);
        if let Some(section) = self.template.sections.last_mut()
            && !lines.is_empty()
        {
            section.paragraphs.push(lines);
        }
    }

    fn finish(mut self) -> Result<Template, TemplateFault> {
        self.close_paragraph();
        if self.template.title.is_empty() {
            let help = "begin the file with `# ` and what the notice is about";
            return Err(self.fault(1, "the file has no title".to_owned(), help));
        }
        if self.template.sections.is_empty() {
            let help = "add a section such as `## sms` with lines of `part: words`";
            return Err(self.fault(1, "the file has no section".to_owned(), help));
        }
        Ok(self.template)
    }

    fn fault(&self, line: usize, message: String, help: &str) -> TemplateFault {
        TemplateFault {
            file: self.file.to_owned(),
            line,
            message,
            help: help.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# No room\n\nWhen all is\nfull.\n\n## sms, agent\n\n\
        decision: Not today,\nfact: because {{ facts_short }}.\n\n\
        referral?: - {{ provider }}\n";

    #[test]
    fn lines_become_paragraphs_and_items() {
        let template = parse("x.md", Lang::En, "limit.capacity", TEXT).unwrap();
        assert_eq!(template.title, "No room");
        assert_eq!(template.advice, "When all is full.");
        let section = template.section("agent").unwrap();
        assert_eq!(section.paragraphs.len(), 2);
        let last = section.lines().last().unwrap();
        assert_eq!(
            (last.part, last.optional, last.item),
            (Part::Referral, true, true)
        );
        assert_eq!(last.words, "{{ provider }}");
        assert_eq!(last.at, 11);
    }

    #[test]
    fn faults_say_where_and_what_to_do() {
        let fault = |text: &str| {
            parse("x.md", Lang::En, "debt", text)
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            fault("# T\n\n## fax\n"),
            "x.md:3: `fax` is no channel; it is one of spoken, spoken-agitated, spoken-ending, sms, \
             email, letter, counter, exclusion, agent\n  help: write the name of a channel"
        );
        assert!(
            fault("# T\n\n## sms\nHello there\n").starts_with("x.md:4: the line names no part")
        );
        assert!(fault("# T\n\n## sms\nreason: x\n").starts_with("x.md:4: `reason` is no part;"));
        assert!(
            fault("# T\n\n## sms\n\n## sms\n").starts_with("x.md:5: there is a second section")
        );
        assert!(fault("## sms\nfact: x\n").starts_with("x.md:1: the file has no title"));
        assert!(fault("# T\n").starts_with("x.md:1: the file has no section"));
    }
}
