//! The conversation: shows a question, takes what is typed, until there is an end.

use std::io::{self, BufRead, Write};

use demur_app::engine::{Contradiction, Engine, NextQuestion, Opinion};
use demur_app::interview::{Interview, Question, Reply, Subject, Turn, Unknown};
use demur_app::lawbook::{Answer, Domain, Fact, FactId, Lawbook};
use demur_app::syntax::Sources;

use super::End;
use super::answer::{Typed, about_fact, about_facts, about_profile};
use crate::command::given::clash;
use crate::context::Context;
use crate::failure::Failure;
use crate::show::page::Page;
use demur_words::Words;
use demur_words::names;
use demur_words::norm::{label, text};
use demur_words::phrase::Phrases;
use demur_words::{Headline, Tone};

/// A larger number of questions to go is not shown: it frightens, and most answers settle
/// more than one of them.
const MOST_TO_GO: usize = 20;

/// Most provisions that are named beside a question unless the person wants them all.
const MOST_NORMS: usize = 3;

/// Leads the interview to its end.
pub(super) fn ask(
    mut interview: Interview,
    engine: &mut Engine<'_>,
    context: &Context,
    input: &mut dyn BufRead,
    talk: &mut dyn Write,
) -> Result<End, Failure> {
    let lawbook = engine.lawbook();
    let mut desk = Desk {
        lawbook,
        context,
        input,
        talk,
    };
    desk.greet()?;
    loop {
        let turn = interview
            .next(engine)
            .map_err(|found| clash(lawbook, &found, None, Sources::default()))?;
        let question = match turn {
            Turn::Done(opinion) => return Ok(end(&interview, lawbook, *opinion, false)),
            Turn::Ask(question) => question,
        };
        match desk.put(&question)? {
            Heard::Stop => {
                let opinion = engine
                    .decide(&interview.situation(lawbook))
                    .map_err(|found| clash(lawbook, &found, None, Sources::default()))?;
                return Ok(end(&interview, lawbook, opinion, true));
            }
            Heard::Back if interview.back() => {}
            Heard::Back => desk.say("ask-first")?,
            Heard::Reply(reply) => {
                let alarm = desk.is_alarm(question.subject, &reply);
                match interview.answer(engine, &question, reply) {
                    Ok(()) if alarm => desk.alarm()?,
                    Ok(()) => {}
                    Err(found) => desk.clash(&interview, &found)?,
                }
            }
        }
    }
}

fn end(interview: &Interview, lawbook: &Lawbook, opinion: Opinion, stopped: bool) -> End {
    End {
        opinion,
        situation: interview.situation(lawbook),
        profile: interview.profile().map(str::to_owned),
        stopped,
    }
}

/// What a question led to.
enum Heard {
    Reply(Reply),
    Back,
    Stop,
}

/// Where the conversation takes place.
struct Desk<'a> {
    lawbook: &'a Lawbook,
    context: &'a Context,
    input: &'a mut dyn BufRead,
    talk: &'a mut dyn Write,
}

impl Desk<'_> {
    fn words(&self) -> &Words {
        &self.context.words
    }

    fn page(&self) -> Page {
        Page::new(self.context.look)
    }

    fn write(&mut self, page: Page) -> io::Result<()> {
        self.talk.write_all(page.finish().as_bytes())
    }

    fn say(&mut self, key: &str) -> io::Result<()> {
        let mut page = self.page();
        page.line(&self.words().say(key));
        self.write(page)
    }

    fn greet(&mut self) -> io::Result<()> {
        let mut page = self.page();
        page.paragraph(&self.words().say("ask-start"));
        page.paragraph(&self.words().say("ask-commands"));
        self.write(page)
    }

    /// Shows a question and listens until there is something to go on with.
    fn put(&mut self, question: &Question) -> Result<Heard, Failure> {
        let shown = self.question(question);
        self.write(shown)?;
        while let Some(typed) = self.listen()? {
            match self.understood(question, &typed) {
                Typed::Answer(reply) => return Ok(Heard::Reply(reply)),
                Typed::Unknown(why) => return Ok(Heard::Reply(Reply::Unknown(why))),
                Typed::Back => return Ok(Heard::Back),
                Typed::Quit => return Ok(Heard::Stop),
                Typed::Help => self.help(question)?,
                Typed::Why => self.why(question)?,
                Typed::Empty => {
                    if let Some(earlier) = &question.earlier {
                        return Ok(Heard::Reply(earlier.clone()));
                    }
                }
                Typed::Nonsense => {
                    let mut page = self.page();
                    page.line(
                        &self
                            .words()
                            .fill("ask-not-understood", &[("answer", typed.trim().into())]),
                    );
                    page.line(&self.answers(question.subject));
                    self.write(page)?;
                }
            }
        }
        Ok(Heard::Stop)
    }

    /// A line of what was typed; nothing at the end of the input.
    fn listen(&mut self) -> Result<Option<String>, Failure> {
        write!(self.talk, "{} ", self.words().say("ask-prompt"))?;
        self.talk.flush()?;
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        if !self.context.typed_on_terminal || read == 0 {
            // Nobody sees what is typed into a pipe, and nothing ends the last line.
            writeln!(self.talk, "{line}")?;
        }
        Ok((read > 0).then_some(line))
    }

    fn understood(&self, question: &Question, typed: &str) -> Typed<Reply> {
        let lang = self.words().lang;
        match question.subject {
            Subject::Profile => map(
                about_profile(typed, &self.lawbook.profiles, lang),
                Reply::Profile,
            ),
            Subject::Fact(fact) => map(
                about_fact(typed, &self.lawbook.facts[fact], lang),
                Reply::Known,
            ),
            Subject::Together(_) => {
                map(about_facts(typed, &question.facts, lang), |(so, unsure)| {
                    Reply::Ticked { so, unsure }
                })
            }
        }
    }

    fn question(&self, question: &Question) -> Page {
        let words = self.words();
        let mut page = self.page();
        let title = match question.subject {
            Subject::Profile => words.say("ask-profile"),
            Subject::Fact(fact) => self.lawbook.facts[fact].ask.get(words.lang).to_owned(),
            Subject::Together(together) => {
                let together = self.lawbook.together.get(together);
                together.map_or_else(String::new, |each| each.ask.get(words.lang).to_owned())
            }
        };
        page.blank();
        page.title(&title);
        let help = self.help_text(question.subject);
        if !help.is_empty() {
            page.line(&help);
        }
        for (number, option) in self.options(question).iter().enumerate() {
            page.row(&format!("{}", number + 1), 2, option);
        }
        if question.subject == Subject::Profile {
            page.row("0", 2, &words.say("ask-profile-none"));
        }
        if let Some(earlier) = &question.earlier {
            let earlier = self.reply(question, earlier);
            page.line(&words.fill("ask-earlier", &[("answer", earlier.into())]));
        }
        if let Some(why) = &question.why {
            self.why_in_short(why, &mut page);
        }
        page.line(&self.can_be_typed(question));
        page
    }

    /// What can be typed, and how many questions there are to go when they are few.
    fn can_be_typed(&self, question: &Question) -> String {
        let answers = self.answers(question.subject);
        if question.at_most > MOST_TO_GO {
            return answers;
        }
        let to_go = self
            .words()
            .fill("ask-remaining", &[("n", question.at_most.into())]);
        format!("{answers}; {to_go}")
    }

    fn options(&self, question: &Question) -> Vec<String> {
        let words = self.words();
        match question.subject {
            Subject::Profile => self
                .lawbook
                .profiles
                .iter()
                .map(|profile| label(words, &profile.label, &profile.name))
                .collect(),
            Subject::Fact(fact) => {
                let values = self.lawbook.facts[fact].domain.values().iter();
                values
                    .map(|value| label(words, &value.label, &value.name))
                    .collect()
            }
            Subject::Together(_) => question
                .facts
                .iter()
                .map(|fact| self.box_label(question.subject, *fact))
                .collect(),
        }
    }

    /// What stands beside the box of a fact.
    fn box_label(&self, subject: Subject, fact: FactId) -> String {
        let together = match subject {
            Subject::Together(together) => self.lawbook.together.get(together),
            Subject::Profile | Subject::Fact(_) => None,
        };
        let boxes = together
            .map(|each| each.facts.as_slice())
            .unwrap_or_default();
        let own = boxes.iter().find(|(each, _)| *each == fact);
        own.map_or_else(String::new, |(_, label)| {
            label.get(self.words().lang).to_owned()
        })
    }

    /// What can be typed.
    fn answers(&self, subject: Subject) -> String {
        let words = self.words();
        match subject {
            Subject::Profile => words.say("ask-one"),
            Subject::Together(_) => words.say("ask-boxes"),
            Subject::Fact(fact) => match &self.lawbook.facts[fact].domain {
                Domain::Bool => words.say("ask-yes-no"),
                Domain::OneOf(_) => words.say("ask-one"),
                Domain::SomeOf(_) => words.say("ask-some"),
                Domain::Int { low, high, .. } => words.fill(
                    "ask-number",
                    &[
                        ("low", low.to_string().into()),
                        ("high", high.to_string().into()),
                    ],
                ),
            },
        }
    }

    /// Help that is shown with every question that has some.
    fn help_text(&self, subject: Subject) -> String {
        match subject {
            Subject::Profile => self.words().say("ask-why-profile"),
            Subject::Fact(fact) if fact == self.lawbook.place => self.words().say("ask-help-place"),
            Subject::Fact(fact) => text(self.words(), &self.lawbook.facts[fact].help),
            Subject::Together(together) => {
                let together = self.lawbook.together.get(together);
                together.map_or_else(String::new, |each| text(self.words(), &each.help))
            }
        }
    }

    /// What the commands do; for a question about several facts also the help of each.
    fn help(&mut self, question: &Question) -> io::Result<()> {
        let mut page = self.page();
        let own = self.help_text(question.subject);
        if !own.is_empty() {
            page.line(&own);
        }
        let is_together = matches!(question.subject, Subject::Together(_));
        for (number, fact) in question.facts.iter().enumerate().filter(|_| is_together) {
            let fact = &self.lawbook.facts[*fact];
            let help = text(self.words(), &fact.help);
            if !help.is_empty() {
                page.row(&format!("{}", number + 1), 2, &help);
            }
        }
        page.line(&self.answers(question.subject));
        page.line(&self.words().say("ask-commands"));
        self.write(page)
    }

    fn why(&mut self, question: &Question) -> io::Result<()> {
        let mut page = self.page();
        match &question.why {
            None => page.line(&self.words().say("ask-why-profile")),
            Some(missing) => self.why_fact(missing, &mut page),
        }
        self.write(page)
    }

    /// Everything that looks at the question.
    fn why_fact(&self, why: &NextQuestion, page: &mut Page) {
        let titles = self.titles(why);
        page.line(
            &self
                .words()
                .fill("ask-why-norm", &[("norms", titles.join("; ").into())]),
        );
        if let Some(decides) = self.decides(why) {
            page.line(&decides);
        }
    }

    /// Between which verdicts it decides, and by which provisions; a few of them.
    fn why_in_short(&self, why: &NextQuestion, page: &mut Page) {
        let titles = self.titles(why);
        let more = titles.len().saturating_sub(MOST_NORMS);
        let few = titles
            .get(..MOST_NORMS.min(titles.len()))
            .unwrap_or_default();
        let norms = few.join("; ");
        let words = self.words();
        let under = match more {
            0 => words.fill("ask-under", &[("norms", norms.into())]),
            more => words.fill(
                "ask-under-more",
                &[("norms", norms.into()), ("n", more.into())],
            ),
        };
        let decides = self.decides(why).map(|decides| format!("{decides} "));
        if !titles.is_empty() {
            page.line(&format!("{}{under}", decides.unwrap_or_default()));
        }
    }

    /// Titles of the norms that look at the question, each once.
    fn titles(&self, why: &NextQuestion) -> Vec<String> {
        let words = self.words();
        let mut titles: Vec<String> = Vec::new();
        for norm in &why.norms {
            let norm = &self.lawbook.norms[*norm];
            let title = label(words, &norm.title, &norm.id);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    }

    fn decides(&self, why: &NextQuestion) -> Option<String> {
        let words = self.words();
        let verdicts: Vec<String> = why
            .decides
            .iter()
            .map(|verdict| names::outcome(words, *verdict))
            .collect();
        (verdicts.len() > 1).then(|| {
            words.fill(
                "ask-why-decides",
                &[("verdicts", words.all_of(&verdicts).into())],
            )
        })
    }

    fn reply(&self, question: &Question, reply: &Reply) -> String {
        let words = self.words();
        match (question.subject, reply) {
            (_, Reply::Unknown(Unknown::Withheld)) => words.say("ask-withheld"),
            (_, Reply::Unknown(_)) => words.say("ask-unknown"),
            (_, Reply::Profile(None)) => words.say("ask-profile-none"),
            (_, Reply::Profile(Some(name))) => {
                let profile = self.lawbook.profile_named(name);
                profile.map_or_else(
                    || name.clone(),
                    |profile| label(words, &profile.label, name),
                )
            }
            (_, Reply::Ticked { so, .. }) if so.is_empty() => words.say("ask-profile-none"),
            (subject, Reply::Ticked { so, .. }) => {
                let labels: Vec<String> = so
                    .iter()
                    .map(|fact| self.box_label(subject, *fact))
                    .collect();
                labels.join("; ")
            }
            (Subject::Fact(fact), Reply::Known(answer)) => {
                self.answer(&self.lawbook.facts[fact], answer)
            }
            (Subject::Profile | Subject::Together(_), Reply::Known(_)) => String::new(),
        }
    }

    fn answer(&self, fact: &Fact, answer: &Answer) -> String {
        let words = self.words();
        let labels = |positions: &[usize]| -> Vec<String> {
            let values = positions
                .iter()
                .filter_map(|position| fact.domain.values().get(*position));
            values
                .map(|value| label(words, &value.label, &value.name))
                .collect()
        };
        match answer {
            Answer::Bool(yes) => words.say(if *yes { "phrase-yes" } else { "phrase-no" }),
            Answer::OneOf(positions) => words.any_of(&labels(positions)),
            Answer::SomeOf { includes, .. } if includes.is_empty() => words.say("ask-profile-none"),
            Answer::SomeOf { includes, .. } => words.all_of(&labels(includes)),
            Answer::Int { low, .. } => low.to_string(),
        }
    }

    /// Whether an answer means that somebody is in danger.
    fn is_alarm(&self, subject: Subject, reply: &Reply) -> bool {
        let danger: Option<FactId> = self.lawbook.fact_named("danger.life");
        danger.is_some_and(|danger| subject == Subject::Fact(danger))
            && *reply == Reply::Known(Answer::Bool(true))
    }

    fn alarm(&mut self) -> io::Result<()> {
        let words = self.words();
        let mut page = self.page();
        page.headline(&Headline {
            label: words.say("danger-label"),
            tone: Tone::Alarm,
            head: words.say("danger-now"),
            rest: words.say("danger-rest"),
        });
        self.write(page)
    }

    fn clash(&mut self, interview: &Interview, found: &Contradiction) -> io::Result<()> {
        let words = &self.context.words;
        let situation = interview.situation(self.lawbook);
        let phrases = Phrases {
            lawbook: self.lawbook,
            words,
            situation: &situation,
        };
        let mut page = self.page();
        let facts = phrases.known(&found.facts).join("; ");
        page.line(&words.fill("ask-clash", &[("facts", facts.into())]));
        for assumption in found
            .assumptions
            .iter()
            .filter_map(|index| self.lawbook.assumptions.get(*index))
        {
            page.line(&words.fill(
                "ask-clash-why",
                &[("reason", text(words, &assumption.because).into())],
            ));
        }
        self.write(page)
    }
}

fn map<T, U>(typed: Typed<T>, to: impl Fn(T) -> U) -> Typed<U> {
    match typed {
        Typed::Answer(answer) => Typed::Answer(to(answer)),
        Typed::Unknown(why) => Typed::Unknown(why),
        Typed::Help => Typed::Help,
        Typed::Why => Typed::Why,
        Typed::Back => Typed::Back,
        Typed::Quit => Typed::Quit,
        Typed::Empty => Typed::Empty,
        Typed::Nonsense => Typed::Nonsense,
    }
}
