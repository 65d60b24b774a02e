//! Every notice that comes with Demur passes its own lint, in every form of address.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use demur_notice::lint::{Context, Level, Lint};
use demur_notice::{Address, Basis, Lang, Order, Scenario, Templates, Values, compose};

type Pairs = Vec<(String, String)>;

/// The values of `samples.yaml`, for all scenarios and for each.
fn samples(lang: Lang) -> (Pairs, BTreeMap<String, Pairs>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../notices");
    let text = fs::read_to_string(folder.join(lang.code()).join("samples.yaml")).unwrap();
    let mut common = Vec::new();
    let mut scenarios: BTreeMap<String, Pairs> = BTreeMap::new();
    let mut within = None;
    for line in text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
    {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let depth = key.len() - key.trim_start().len();
        let (key, value) = (key.trim().to_owned(), value.trim());
        match (depth, value.is_empty()) {
            (0, _) => within = None,
            (2, true) => within = Some(key),
            _ => {
                let value = serde_json::from_str(value).unwrap_or_else(|_| value.to_owned());
                let pairs = match &within {
                    Some(scenario) => scenarios.entry(scenario.clone()).or_default(),
                    None => &mut common,
                };
                pairs.push((key, value));
            }
        }
    }
    (common, scenarios)
}

fn orders() -> Vec<Order> {
    let templates = Templates::built_in().unwrap();
    let mut orders = Vec::new();
    for lang in Lang::ALL {
        let (common, scenarios) = samples(lang);
        let forms = if lang == Lang::Pl {
            &Address::ALL[..]
        } else {
            &Address::ALL[..1]
        };
        for scenario in Scenario::ALL {
            let mut values = Values::default();
            let own = scenarios.get(scenario.name()).into_iter().flatten();
            for (name, value) in common.iter().chain(own) {
                values.set(name, value).unwrap();
            }
            for channel in templates.channels(lang, scenario) {
                orders.extend(forms.iter().map(|address| Order {
                    scenario,
                    channel,
                    lang,
                    address: *address,
                    values: values.clone(),
                    basis: Basis::default(),
                }));
            }
        }
    }
    orders
}

#[test]
fn every_notice_passes_the_lint() {
    let templates = Templates::built_in().unwrap();
    let orders = orders();
    assert!(orders.len() > 200, "{}", orders.len());
    let mut faults = Vec::new();
    for order in orders {
        let notice = compose(&templates, &order).unwrap();
        let report = Lint::built_in().check(&notice.text(), &Context::of(&notice));
        let heavy = report
            .findings
            .into_iter()
            .filter(|each| each.level > Level::Info);
        faults.extend(heavy.map(|each| {
            let Order {
                lang,
                scenario,
                channel,
                address,
                ..
            } = &order;
            let rule = &each.rule;
            format!(
                "{lang}/{scenario} {channel} {address}: {} {rule} {}",
                each.level, each.message.en
            )
        }));
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}
