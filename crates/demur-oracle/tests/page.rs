//! The worked example of `docs/cedar.md`, run as a user of Cedar runs it: all policies in
//! one set, everything checked against the schema.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a helper of a test as in a test: what is not there stops it"
)]

use std::str::FromStr as _;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityUid, PolicyId, PolicySet, Request, Schema,
    ValidationMode, Validator,
};
use demur_app::export::{self, Cedar, Scope};
use demur_app::library::{self, Library};
use demur_lawbook::PackFile;
use jiff::civil::date;
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../../docs/cedar.md");

fn block(language: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("\n```").unwrap().0
}

fn bakery() -> Library {
    let file = |path: &str, text: String| PackFile {
        path: path.to_owned(),
        text,
    };
    let pack = "---\npack: bakery\nlayer: law\nplace: pl\nversion: 2026.11.1\n\
                title-en: Bakery\ntitle-pl: Piekarnia\n---\n# Bakery\n";
    let head = "---\ncite: Bakery Act, art. 1\nurl: https://example.org/bakery\nconfidence: verified\n---\n# Bakery\n";
    let (facts, norms) = block("demur").split_once("norm ").unwrap();
    let files = vec![
        file("pack.md", pack.to_owned()),
        file("facts.md", format!("# Facts\n\n```demur\n{facts}```\n")),
    ];
    // A provision is a file.
    let provisions = norms.split("norm ").map(|norm| {
        let (id, _) = norm.split_once('\n').unwrap();
        let path = id.replace("bakery.", "") + ".md";
        file(
            &path,
            format!("{head}\n```demur\nnorm {}\n```\n", norm.trim_end()),
        )
    });
    let files = files.into_iter().chain(provisions).collect();
    library::compile(files, Vec::new()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn exported(library: &Library) -> Cedar {
    let scope = Scope::in_place(&library.lawbook, "pl").unwrap();
    export::cedar(&library.lawbook, date(2026, 11, 22), &scope)
}

struct Reader {
    policies: PolicySet,
    schema: Schema,
}

impl Reader {
    fn new(cedar: &Cedar) -> Self {
        let parsed = PolicySet::from_str(&format!("{}\n{}", cedar.norms, cedar.verdict)).unwrap();
        let named = parsed
            .policies()
            .map(|policy| policy.new_id(PolicyId::new(policy.annotation("id").unwrap())));
        let (schema, warnings) = Schema::from_cedarschema_str(&cedar.schema).unwrap();
        assert_eq!(warnings.count(), 0);
        Self {
            policies: PolicySet::from_policies(named).unwrap(),
            schema,
        }
    }

    fn request(&self, action: &str, facts: &Value) -> Result<Request, String> {
        let action = EntityUid::from_str(&format!("Demur::Action::\"{action}\"")).unwrap();
        let context = Context::from_json_value(facts.clone(), Some((&self.schema, &action)));
        Request::new(
            EntityUid::from_str("Demur::Staff::\"anyone\"").unwrap(),
            action,
            EntityUid::from_str("Demur::Service::\"any\"").unwrap(),
            context.map_err(|error| error.to_string())?,
            Some(&self.schema),
        )
        .map_err(|error| error.to_string())
    }

    fn answer(&self, action: &str, facts: &Value) -> String {
        let request = self.request(action, facts).unwrap();
        let response =
            Authorizer::new().is_authorized(&request, &self.policies, &Entities::empty());
        assert_eq!(response.diagnostics().errors().count(), 0);
        let mut reasons: Vec<String> = response
            .diagnostics()
            .reason()
            .map(ToString::to_string)
            .collect();
        reasons.sort();
        let decision = match response.decision() {
            Decision::Allow => "Allow",
            Decision::Deny => "Deny",
        };
        if reasons.is_empty() {
            format!("{action}: {decision}")
        } else {
            format!("{action}: {decision} by {}", reasons.join(", "))
        }
    }
}

#[test]
fn the_page_shows_what_cedar_answers() {
    let library = bakery();
    let cedar = exported(&library);
    assert!(cedar.norms.contains(block("cedar")), "{}", cedar.norms);
    let reader = Reader::new(&cedar);
    let mut facts: Value = serde_json::from_str(block("json")).unwrap();
    let actions = ["applies", "done", "possible", "serve", "refuse"];
    let answers = actions.map(|action| reader.answer(action, &facts));
    assert_eq!(answers.join("\n"), block("text"));
    facts["history.warned"] = json!(true);
    assert_eq!(reader.answer("refuse", &facts), "refuse: Allow by refuse");
}

#[test]
fn a_situation_with_unknown_facts_is_no_request() {
    let library = bakery();
    let reader = Reader::new(&exported(&library));
    let mut facts: Value = serde_json::from_str(block("json")).unwrap();
    assert!(reader.request("refuse", &facts).is_ok());
    facts.as_object_mut().unwrap().remove("conduct.insults");
    assert!(reader.request("refuse", &facts).is_err());
}

/// Strictly: every attribute is declared, and has the type with which it is used.
#[test]
fn the_real_library_is_valid_against_its_schema() {
    let library = library::load(None, None).unwrap();
    let day = date(2026, 11, 22);
    let places = library.lawbook.facts[library.lawbook.place]
        .domain
        .values()
        .len();
    for place in (0..places).map(Some).chain([None]) {
        let scope = Scope {
            place,
            ..Scope::default()
        };
        let reader = Reader::new(&export::cedar(&library.lawbook, day, &scope));
        let result =
            Validator::new(reader.schema).validate(&reader.policies, ValidationMode::Strict);
        let errors: Vec<String> = result
            .validation_errors()
            .map(ToString::to_string)
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}
