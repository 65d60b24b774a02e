//! A sheet of sentences before anybody draws it: what stands on it, not how it looks.

/// What is read, from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

/// A piece of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The most important line.
    Headline(Headline),
    /// The title of what follows.
    Part(String),
    /// A line that stands out, such as a question.
    Title(String),
    /// A statement of a list.
    Item(String),
    /// A statement about the statement above it.
    Detail(String),
    /// A statement that is not one of a list.
    Line(String),
    /// A statement outside of all parts.
    Paragraph(String),
    /// A name with what it stands for; rows that follow each other are one table.
    Row {
        /// The name.
        name: String,
        /// What it stands for.
        text: String,
    },
    /// Lines that have to stay as they are, such as code.
    Verbatim(String),
    /// An empty line, unless there is one.
    Gap,
}

/// The most important line of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// What kind of line it is, for whoever hears the sheet read out.
    pub label: String,
    /// How it sounds.
    pub tone: Tone,
    /// What is made to stand out.
    pub head: String,
    /// What follows it, with the punctuation between both.
    pub rest: String,
}

/// What a headline is like. It is always said in words, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Serve.
    Serve,
    /// Refusing is allowed, perhaps after something.
    May,
    /// Refuse.
    Refuse,
    /// Nobody knows yet, or the rules clash.
    Open,
    /// Danger.
    Alarm,
}

impl Tone {
    /// Its stable name, such as for a class of a page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::May => "may",
            Self::Refuse => "refuse",
            Self::Open => "open",
            Self::Alarm => "alarm",
        }
    }
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the most important line.
    pub fn headline(&mut self, headline: Headline) {
        self.blocks.push(Block::Headline(headline));
    }

    /// Begins a part.
    pub fn part(&mut self, title: &str) {
        self.blocks.push(Block::Part(title.to_owned()));
    }

    /// Adds a line that stands out.
    pub fn title(&mut self, text: &str) {
        self.blocks.push(Block::Title(text.to_owned()));
    }

    /// Adds a statement of a list.
    pub fn item(&mut self, text: &str) {
        self.blocks.push(Block::Item(text.to_owned()));
    }

    /// Adds a statement about the statement above it.
    pub fn detail(&mut self, text: &str) {
        self.blocks.push(Block::Detail(text.to_owned()));
    }

    /// Adds a statement that is not one of a list.
    pub fn line(&mut self, text: &str) {
        self.blocks.push(Block::Line(text.to_owned()));
    }

    /// Adds a statement outside of all parts.
    pub fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(text.to_owned()));
    }

    /// Adds a name with what it stands for.
    pub fn row(&mut self, name: &str, text: &str) {
        self.blocks.push(Block::Row {
            name: name.to_owned(),
            text: text.to_owned(),
        });
    }

    /// Adds lines that have to stay as they are.
    pub fn verbatim(&mut self, text: &str) {
        self.blocks.push(Block::Verbatim(text.to_owned()));
    }

    /// Adds an empty line, unless there is one.
    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// Adds everything that stands on another sheet.
    pub fn append(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }
}
