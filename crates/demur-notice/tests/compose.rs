//! What a notice may say, by what the opinion says.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use demur_notice::{
    Address, Age, Allows, Basis, Channel, ComposeFault, Duty, Lang, Level, Notice, Order, Part,
    Remark, Rule, Scenario, Step, Templates, Values, compose,
};

fn order(scenario: Scenario, channel: Channel) -> Order {
    Order {
        scenario,
        channel,
        lang: Lang::En,
        address: Address::default(),
        values: Values::sample(Lang::En, scenario).expect("every scenario has samples"),
        basis: Basis {
            allows: Allows::Refusing,
            ..Basis::default()
        },
    }
}

fn templates() -> Templates {
    Templates::built_in().expect("the built-in templates are sound")
}

fn written(order: &Order) -> Notice {
    compose(&templates(), order).expect("it can be written")
}

fn fault(order: &Order) -> ComposeFault {
    compose(&templates(), order).expect_err("it must not be written")
}

fn words(notice: &Notice) -> String {
    notice.text().content().to_owned()
}

fn without(order: &mut Order, slot: &str) {
    order.values.set(slot, "").expect("a slot");
}

fn duty(name: &str, by_law: bool) -> Duty {
    Duty {
        name: name.to_owned(),
        label: name.replace('_', " "),
        within: None,
        by_law,
    }
}

fn rule(certain: bool) -> Rule {
    Rule {
        norm: "xx.1".to_owned(),
        cite: "Act on samples, art. 1".to_owned(),
        title: Some("Samples are not sold".to_owned()),
        since: "2020-01-01".parse().ok(),
        level: Level::Law,
        certain,
        demands: true,
    }
}

#[test]
fn nothing_is_refused_that_the_opinion_does_not_allow() {
    let mut refusal = order(Scenario::AbuseRefusal, Channel::Sms);
    refusal.basis.allows = Allows::Nothing("must_serve".to_owned());
    assert_eq!(
        fault(&refusal),
        ComposeFault::NothingToRefuse("must_serve".to_owned())
    );
    refusal.basis.allows = Allows::Open("conflict".to_owned());
    assert_eq!(
        fault(&refusal),
        ComposeFault::NotDecided("conflict".to_owned())
    );
    let step = Step {
        name: "warn".to_owned(),
        label: "warn once".to_owned(),
    };
    refusal.basis.allows = Allows::After(vec![step.clone()]);
    assert_eq!(fault(&refusal), ComposeFault::StepsFirst(vec![step]));
}

#[test]
fn a_warning_and_an_agent_that_hands_over_refuse_nothing() {
    for (scenario, channel) in [
        (Scenario::AbuseWarning, Channel::Letter),
        (Scenario::Debt, Channel::Agent),
    ] {
        let mut order = order(scenario, channel);
        order.basis.allows = Allows::Nothing("must_serve".to_owned());
        assert!(compose(&templates(), &order).is_ok(), "{scenario}");
    }
}

#[test]
fn an_agent_hands_over_what_it_may_not_say() {
    for scenario in Scenario::ALL {
        let notice = written(&order(scenario, Channel::Agent));
        let text = notice.text();
        assert!(text.has(Part::Ai) && text.has(Part::Contact), "{scenario}");
        let may_speak = matches!(scenario.family(), "limit" | "abuse");
        if !may_speak {
            assert!(!text.has(Part::Rule), "{scenario}: {}", text.content());
        }
    }
}

#[test]
fn a_reason_that_law_keeps_secret_has_no_words() {
    let mut open = order(Scenario::DutyAml, Channel::Letter);
    open.basis.forbidden = vec![duty("state_reason", true)];
    open.basis.rules = vec![rule(true)];
    assert_eq!(fault(&open), ComposeFault::SaysTooMuch(Scenario::DutyAml));
    let mut restricted = order(Scenario::DutyAmlRestricted, Channel::Letter);
    restricted.basis = open.basis;
    let notice = written(&restricted);
    assert!(!notice.text().has(Part::Fact));
    assert!(!words(&notice).contains("Act on samples"));
    assert_eq!(
        notice.remarks,
        [Remark::NeverSay {
            label: "state reason".to_owned()
        }]
    );
}

#[test]
fn no_child_under_13_is_excluded() {
    for scenario in [Scenario::AbuseBan, Scenario::AbuseBanMinor] {
        let mut order = order(scenario, Channel::Letter);
        order.basis.age = Age::Child;
        assert_eq!(fault(&order), ComposeFault::TooYoung);
        order.basis.age = Age::Minor;
        assert!(compose(&templates(), &order).is_ok());
    }
}

#[test]
fn a_norm_from_memory_is_not_argued_as_certain() {
    let mut order = order(Scenario::Illegal, Channel::Letter);
    without(&mut order, "rule_name");
    without(&mut order, "rule_plain");
    order.basis.rules = vec![rule(false)];
    let notice = written(&order);
    let cited = "Act on samples, art. 1 (in force since 1 January 2020, to our knowledge)";
    assert!(words(&notice).contains(cited), "{}", words(&notice));
    assert!(words(&notice).contains("Samples are not sold."));
    assert_eq!(
        notice.remarks,
        [Remark::UncertainRule {
            norm: "xx.1".to_owned(),
            cite: "Act on samples, art. 1".to_owned()
        }]
    );
    order.basis.rules = vec![rule(true)];
    assert!(!words(&written(&order)).contains("to our knowledge"));
}

#[test]
fn what_is_lacking_stays_open_and_is_listed() {
    let mut order = order(Scenario::LimitTechnical, Channel::Letter);
    without(&mut order, "request");
    without(&mut order, "provider");
    let notice = written(&order);
    assert_eq!(notice.missing, ["request"]);
    assert!(words(&notice).contains("[what was asked for]"));
    assert!(!notice.text().has(Part::Referral));
    assert_eq!(notice.remarks, [Remark::NobodyNamed]);
    order
        .values
        .set("provider_none_reason", "nobody within 50 km")
        .expect("a slot");
    assert_eq!(written(&order).remarks, []);
}

#[test]
fn duties_that_the_words_do_not_meet_are_told() {
    let mut order = order(Scenario::LimitTechnical, Channel::Sms);
    order.basis.duties = vec![
        duty("written_reasons", true),
        duty("note_in_records", true),
        duty("offer_alternative", true),
        duty("be_polite", false),
    ];
    let told = [
        Remark::WantsWriting {
            label: "written reasons".to_owned(),
        },
        Remark::AlsoDo {
            label: "note in records".to_owned(),
            within: None,
        },
    ];
    assert_eq!(written(&order).remarks, told);
    order.channel = Channel::Letter;
    assert_eq!(written(&order).remarks, told[1..]);
}

#[test]
fn a_firms_template_keeps_what_has_to_be_there() {
    let mut templates = templates();
    let short = "# No\n\n## letter\ndecision: No.\nfact: Because.\n";
    templates
        .replace("en/debt.md", short)
        .expect("a sound file");
    let order = order(Scenario::Debt, Channel::Letter);
    assert_eq!(
        compose(&templates, &order),
        Err(ComposeFault::LacksPart(Part::Acknowledge))
    );
}

#[test]
fn a_channel_without_words_names_those_that_have_some() {
    let order = order(Scenario::Illegal, Channel::Counter);
    let ComposeFault::NoWords(channels) = fault(&order) else {
        unreachable!("a sign states a rule, and there is none here");
    };
    assert!(channels.contains(&Channel::Letter) && !channels.contains(&Channel::Counter));
}

#[test]
fn values_are_printed_as_they_are() {
    let mut order = order(Scenario::LimitTechnical, Channel::Sms);
    let value = "{{ contact }} {% if x %} #set(); \\x00 <b>";
    order.values.set("facts_short", value).expect("a slot");
    let notice = written(&order);
    assert!(words(&notice).contains(value));
    let text = notice.text();
    let slot = text
        .slots()
        .iter()
        .find(|slot| slot.name == "facts_short")
        .expect("it is filled");
    assert_eq!(text.content().get(slot.range.clone()), Some(value));
}

#[test]
fn the_opinion_proposes_the_scenario() {
    let mut basis = Basis {
        grounds: vec!["inability".to_owned()],
        facts: vec!["request.beyond_skill".to_owned()],
        ..Basis::default()
    };
    assert_eq!(Scenario::propose(&basis), None);
    basis.allows = Allows::Refusing;
    assert_eq!(Scenario::propose(&basis), Some(Scenario::LimitCompetence));
    basis.rules = vec![rule(true)];
    basis.facts = vec!["customer.age".to_owned()];
    assert_eq!(Scenario::propose(&basis), Some(Scenario::DutyAge));
    basis.forbidden = vec![duty("state_reason", true)];
    assert_eq!(Scenario::propose(&basis), Some(Scenario::DutyAmlRestricted));
}
