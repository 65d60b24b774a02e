//! The conversation: shows a question, takes what is typed, until there is an end.

use std::io::{self, BufRead, Write};

use demur_app::engine::{Contradiction, Engine, Opinion};
use demur_app::interview::{Interview, Question, Reply, Subject, Turn};
use demur_app::lawbook::Lawbook;
use demur_app::syntax::Sources;
use demur_words::Words;
use demur_words::question::{self, Kind, QuestionTold};

use super::End;
use super::answer::{Typed, about_fact, about_facts, about_profile};
use crate::command::given::clash;
use crate::context::Context;
use crate::failure::Failure;
use crate::show::page::Page;

/// Characters that the number of an option takes.
const NUMBERS: usize = 2;

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
                let alarm = question::is_alarm(lawbook, &question, &reply);
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
        let told = question::told(self.lawbook, question, self.words());
        self.write(self.question(&told))?;
        while let Some(typed) = self.listen()? {
            match self.understood(question, &typed) {
                Typed::Answer(reply) => return Ok(Heard::Reply(reply)),
                Typed::Unknown(why) => return Ok(Heard::Reply(Reply::Unknown(why))),
                Typed::Back => return Ok(Heard::Back),
                Typed::Quit => return Ok(Heard::Stop),
                Typed::Help => self.help(&told)?,
                Typed::Why => self.why(&told)?,
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
                    page.line(&self.answers(told.kind));
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

    /// What can be typed, and how many questions there are to go when they are few.
    fn can_be_typed(&self, told: &QuestionTold) -> String {
        let answers = self.answers(told.kind);
        match &told.to_go {
            Some(to_go) => format!("{answers}; {to_go}"),
            None => answers,
        }
    }

    fn question(&self, told: &QuestionTold) -> Page {
        let words = self.words();
        let mut page = self.page();
        page.blank();
        page.title(&told.title);
        told.help.iter().for_each(|help| page.line(help));
        // Yes and no are typed as words.
        if told.kind != Kind::YesNo {
            for (number, option) in told.options.iter().enumerate() {
                page.row(&format!("{}", number + 1), NUMBERS, &option.label);
            }
        }
        if let (Kind::Profile, Some(none)) = (told.kind, &told.none) {
            page.row("0", NUMBERS, none);
        }
        if let Some(earlier) = &told.earlier {
            let gaps = [("answer", earlier.text.as_str().into())];
            page.line(&words.fill("ask-earlier", &gaps));
        }
        told.why.iter().for_each(|why| page.line(why));
        page.line(&self.can_be_typed(told));
        page
    }

    /// What can be typed.
    fn answers(&self, kind: Kind) -> String {
        let words = self.words();
        match kind {
            Kind::Profile | Kind::OneOf => words.say("ask-one"),
            Kind::Boxes => words.say("ask-boxes"),
            Kind::YesNo => words.say("ask-yes-no"),
            Kind::SomeOf => words.say("ask-some"),
            Kind::Number { low, high } => words.fill(
                "ask-number",
                &[
                    ("low", low.to_string().into()),
                    ("high", high.to_string().into()),
                ],
            ),
        }
    }

    /// What the commands do; for a question about several facts also the help of each.
    fn help(&mut self, told: &QuestionTold) -> io::Result<()> {
        let mut page = self.page();
        told.help.iter().for_each(|help| page.line(help));
        for (number, option) in told.options.iter().enumerate() {
            if let Some(help) = &option.help {
                page.row(&format!("{}", number + 1), NUMBERS, help);
            }
        }
        page.line(&self.answers(told.kind));
        page.line(&self.words().say("ask-commands"));
        self.write(page)
    }

    fn why(&mut self, told: &QuestionTold) -> io::Result<()> {
        let mut page = self.page();
        told.why_long.iter().for_each(|why| page.line(why));
        self.write(page)
    }

    fn alarm(&mut self) -> io::Result<()> {
        let mut page = self.page();
        page.headline(&question::alarm(self.words()));
        self.write(page)
    }

    fn clash(&mut self, interview: &Interview, found: &Contradiction) -> io::Result<()> {
        let situation = interview.situation(self.lawbook);
        let told = question::clash(self.lawbook, &situation, found, self.words());
        let mut page = self.page();
        page.line(&told.what);
        told.because.iter().for_each(|because| page.line(because));
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
