//! Closed lists of words, from the code that knows them.

use std::borrow::Cow;

use demur_app::lawbook::Verdict;
use demur_app::notices::lint::Level;
use demur_app::notices::{Address, Channel, Lang, Scenario};
use demur_app::store::{self, Choice, EraseReason, State};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// Every word that an opinion can begin with.
pub(crate) fn headlines() -> Vec<&'static str> {
    Verdict::ALL
        .iter()
        .map(|each| each.name())
        .chain(["undetermined"])
        .collect()
}

macro_rules! words {
    ($($name:ident = $public:literal, $about:literal, $all:expr;)+) => {$(
        #[doc = $about]
        pub(crate) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let words: Vec<&str> = $all;
                let builder = ObjectBuilder::new()
                    .schema_type(SchemaType::new(Type::String))
                    .description(Some($about))
                    .enum_values(Some(words));
                builder.build().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($public)
            }
        }
    )+};
}

words! {
    VerdictName = "Verdict", "A verdict.", Verdict::ALL.iter().map(|each| each.name()).collect();
    HeadlineName = "Headline", "A verdict, or that the facts leave several.", headlines();
    SubjectName = "Subject", "What a question is about.", vec!["fact", "together", "profile"];
    WayName = "WayToAnswer", "How a question is answered.",
        vec!["yes_no", "one_of", "some_of", "number", "boxes", "profile"];
    ChannelName = "Channel", "How a notice reaches the customer.",
        Channel::ALL.map(Channel::name).to_vec();
    LanguageName = "Language", "Language of a notice.", Lang::ALL.map(Lang::code).to_vec();
    ScenarioName = "Scenario", "What a notice explains.",
        Scenario::ALL.map(Scenario::name).to_vec();
    AddressName = "Address", "How a Polish notice addresses the customer.",
        Address::ALL.map(Address::name).to_vec();
    LevelName = "Level", "Weight of a finding, the lightest first.",
        Level::ALL.map(Level::name).to_vec();
    ChoiceName = "Choice", "What a person decided.",
        Choice::ALL.iter().map(|each| each.as_str()).collect();
    ContactName = "ContactChannel", "Kind of a contact.",
        store::Channel::ALL.iter().map(|each| each.as_str()).collect();
    StateName = "State", "Where a case file stands.",
        State::ALL.iter().map(|each| each.as_str()).collect();
    EraseReasonName = "EraseReason", "Why contact and texts are erased.",
        [EraseReason::Requested, EraseReason::Objection, EraseReason::Unlawful]
            .map(EraseReason::as_str).to_vec();
}
