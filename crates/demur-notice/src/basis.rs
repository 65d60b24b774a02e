//! What an opinion says that a notice has to know.

use jiff::civil::Date;

/// What an opinion says that a notice has to know, in plain values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// The day of the situation.
    pub day: Option<Date>,
    /// What the opinion allows.
    pub allows: Allows,
    /// Grounds that are open, or open after steps.
    pub grounds: Vec<String>,
    /// Facts on which the norms that carry the verdict rest, such as `customer.age`.
    pub facts: Vec<String>,
    /// Norms that carry the verdict.
    pub rules: Vec<Rule>,
    /// Duties when refusing.
    pub duties: Vec<Duty>,
    /// Duties that law forbids to fulfil, such as giving the reason.
    pub forbidden: Vec<Duty>,
    /// Something milder than refusing, in words for staff, mildest first.
    pub measures: Vec<String>,
    /// How old the customer is.
    pub age: Age,
}

/// How old a customer is known to be, as far as an exclusion depends on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Age {
    /// An adult, or nobody knows.
    #[default]
    Adult,
    /// Under 18, or possibly so: the words are simple.
    Minor,
    /// Under 13: nobody of that age is excluded.
    Child,
}

/// What an opinion allows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Allows {
    /// There is no opinion: a notice is written for practice or as a sample.
    #[default]
    Unasked,
    /// Refusing is allowed or obligatory.
    Refusing,
    /// Refusing is allowed once these steps are done.
    After(Vec<Step>),
    /// Refusing is not allowed; the verdict in words.
    Nothing(String),
    /// It cannot be said; why, in words.
    Open(String),
}

/// What has to be done before refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name in the packs, such as `warn`.
    pub name: String,
    /// In words.
    pub label: String,
}

/// A norm that carries a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub norm: String,
    /// Where it is written: statute and article, point of a policy.
    pub cite: String,
    /// What it says, in one sentence without a full stop, in the language of the notice.
    pub title: Option<String>,
    /// The first day on which it holds; `None` when it always did.
    pub since: Option<Date>,
    /// Who made it.
    pub level: Level,
    /// Its text was seen and is not in dispute.
    pub certain: bool,
    /// It demands what is done; otherwise it merely allows it.
    pub demands: bool,
}

/// Who made a norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A legislature.
    Law,
    /// A profession.
    Code,
    /// The firm.
    House,
    /// Demur's standard, which a customer has never heard of.
    Standard,
}

/// Something that has to be done, or must not be done, when refusing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Its name in the packs, such as `written_reasons`.
    pub name: String,
    /// In words.
    pub label: String,
    /// By when, as an ISO 8601 duration.
    pub within: Option<String>,
    /// Law or a professional code demands it; otherwise the firm or the standard.
    pub by_law: bool,
}
