//! Every template that Demur brings along, filled in with its samples, in every channel and form
//! of address: it has the parts that it must have, leaves nothing open, passes the lint, and reads
//! as the golden files say. A form of address has a file of its own where it reads differently.
//! `DEMUR_BLESS=1` writes them anew.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use demur_notice::lint::{Context, Formula, Level, Lint};
use demur_notice::{
    Address, Age, Basis, Channel, Lang, Notice, Order, Scenario, Templates, Values, compose,
};

fn every_notice() -> Vec<Notice> {
    let templates = Templates::built_in().expect("the built-in templates are sound");
    let mut notices = Vec::new();
    for lang in Lang::ALL {
        for scenario in Scenario::ALL {
            for channel in Channel::ALL {
                if !has_words(&templates, lang, scenario, channel) {
                    continue;
                }
                for address in addresses(lang) {
                    notices.push(sample(&templates, lang, scenario, channel, address));
                }
            }
        }
    }
    notices
}

/// An agent hands over whatever it has no words of its own for.
fn has_words(templates: &Templates, lang: Lang, scenario: Scenario, channel: Channel) -> bool {
    channel == Channel::Agent || templates.channels(lang, scenario).contains(&channel)
}

fn addresses(lang: Lang) -> Vec<Address> {
    match lang {
        Lang::Pl => Address::ALL.to_vec(),
        Lang::En | Lang::De => vec![Address::default()],
    }
}

fn sample(
    templates: &Templates,
    lang: Lang,
    scenario: Scenario,
    channel: Channel,
    address: Address,
) -> Notice {
    let values = Values::sample(lang, scenario).expect("every scenario has samples");
    let order = Order {
        scenario,
        channel,
        lang,
        address,
        values,
        basis: Basis::default(),
    };
    compose(templates, &order)
        .unwrap_or_else(|fault| panic!("{lang} {scenario} {channel}: {fault:?}"))
}

#[test]
fn polish_and_english_have_every_channel() {
    let templates = Templates::built_in().expect("the built-in templates are sound");
    use Channel as C;
    for scenario in Scenario::ALL {
        for (lang, channels) in [
            (
                Lang::Pl,
                &[
                    C::Spoken,
                    C::SpokenAgitated,
                    C::SpokenEnding,
                    C::Sms,
                    C::Email,
                    C::Letter,
                ][..],
            ),
            (
                Lang::En,
                &[
                    C::Spoken,
                    C::SpokenAgitated,
                    C::SpokenEnding,
                    C::Sms,
                    C::Email,
                    C::Letter,
                ],
            ),
            (Lang::De, &[C::Sms, C::Letter]),
        ] {
            let has = templates.channels(lang, scenario);
            for channel in channels {
                assert!(has.contains(channel), "{lang} {scenario} {channel}");
            }
        }
    }
}

#[test]
fn samples_leave_nothing_open() {
    for notice in every_notice() {
        assert_eq!(
            notice.missing,
            Vec::<&str>::new(),
            "{} {} {}",
            notice.lang,
            notice.scenario,
            notice.channel
        );
    }
}

/// What an SMS costs is told, not held against it: Polish letters halve what fits.
#[test]
fn notices_pass_the_lint() {
    let mut faults = Vec::new();
    for notice in every_notice() {
        let report = Lint::built_in().check(&notice.text(), &Context::of(&notice));
        let heavy = report
            .findings
            .iter()
            .filter(|finding| finding.level > Level::Info);
        faults.extend(heavy.map(|finding| {
            let Notice {
                lang,
                scenario,
                channel,
                address,
                ..
            } = &notice;
            let (rule, said) = (&finding.rule, &finding.message.en);
            format!("{lang} {scenario} {channel} {address}: {rule} {said}")
        }));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn pr_38_minors_are_told_in_simple_words() {
    let templates = Templates::built_in().expect("the built-in templates are sound");
    for (lang, formula, limit) in [
        (Lang::Pl, Formula::FogPl, 7.0),
        (Lang::En, Formula::FleschKincaid, 6.0),
        (Lang::De, Formula::Lix, 35.0),
    ] {
        let minor = Basis {
            age: Age::Minor,
            ..Basis::default()
        };
        let scenario = Scenario::chosen(Some(Scenario::AbuseBan), &minor);
        let scenario = scenario.expect("staff chose one");
        for channel in [Channel::Email, Channel::Letter, Channel::Exclusion] {
            let notice = sample(&templates, lang, scenario, channel, Address::default());
            let report = Lint::built_in().check(&notice.text(), &Context::of(&notice));
            let found = report.readability.expect("long enough to measure");
            assert_eq!((found.formula, found.limit), (formula, limit));
            assert!(found.value <= limit, "{lang} {channel}: {found:?}");
        }
    }
}

#[test]
fn notices_read_as_reviewed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let bless = std::env::var_os("DEMUR_BLESS").is_some();
    let expected = golden();
    if bless {
        fs::remove_dir_all(&folder).ok();
        for (name, text) in &expected {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("can be made");
            fs::write(&path, text).expect("can be written");
        }
    }
    let read = |name: &String| fs::read_to_string(folder.join(name)).ok();
    let differ: Vec<_> = expected
        .iter()
        .filter(|(name, text)| read(name).as_deref() != Some(text.as_str()))
        .collect();
    assert!(differ.is_empty(), "these differ: {differ:#?}");
}

/// The golden files, by name.
fn golden() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for notice in every_notice() {
        let place = format!("{}/{}.{}", notice.lang, notice.scenario, notice.channel);
        let text = format!("{}\n", notice.text().content());
        let usual = format!("{place}.txt");
        if notice.address == Address::default() {
            files.insert(usual, text);
        } else if files.get(&usual) != Some(&text) {
            files.insert(format!("{place}.{}.txt", notice.address), text);
        }
    }
    files
}
