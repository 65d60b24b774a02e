//! Three processes on one PostgreSQL: anybody can ask any of them, and one may be killed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use demur_store::{Clock, House, HouseOptions, Location, MasterKey, NewPerson, Role, Timeouts};
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cluster;
use crate::support::{Answer, Client, Running, demur, ends};

const MASTER: &str = "6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b";

struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A firm with its three databases, and whoever works there signed in.
struct Firm {
    home: TempDir,
    record: String,
    keys: String,
    house: String,
    session: String,
}

impl Firm {
    fn new() -> Self {
        let [record, keys, house] = [(); 3].map(|()| cluster::database());
        let hour = Duration::from_secs(3600);
        let opened = House::open(HouseOptions {
            location: Location::parse(&house),
            master: MasterKey::parse(MASTER).unwrap(),
            clock: Arc::new(Now),
        });
        let opened = opened.unwrap();
        let value = json!({
            "name": "Gabinet Stopa", "profile": "gabinet", "place": "pl", "periods": "pl",
            "sites": [{"code": "stopa", "name": "Gabinet przy rynku"}],
        });
        opened.put_setting("firm", None, &value).unwrap();
        let person = opened.add_person(NewPerson {
            login: "reception".to_owned(),
            roles: BTreeSet::from([Role::Desk, Role::Decider]),
            site: None,
            lang: None,
            password: None,
        });
        let pseudonym = person.unwrap().pseudonym;
        let session = opened.begin_session(
            &pseudonym,
            &Timeouts {
                idle: hour,
                absolute: hour,
            },
        );
        Self {
            home: TempDir::new().unwrap(),
            record,
            keys,
            house,
            session: session.unwrap().token,
        }
    }

    fn start(&self) -> Running {
        let mut command = demur(self.home.path());
        command.args(["serve", "--listen", "0", "--db", &self.record]);
        command.args(["--keys", &self.keys, "--house", &self.house]);
        Running::start(self.with_key(command))
    }

    fn with_key(&self, mut command: std::process::Command) -> std::process::Command {
        command.env("DEMUR_MASTER_KEY", MASTER);
        command
    }

    /// Somebody who is signed in, at one of the processes.
    fn at(&self, running: &Running) -> Client {
        let mut client = running.client();
        client
            .cookies
            .push(("demur".to_owned(), self.session.clone()));
        client
    }

    /// The numbers of all case files, asked for beside the processes.
    fn numbers(&self) -> BTreeSet<String> {
        let mut numbers = BTreeSet::new();
        let mut after: Option<String> = None;
        loop {
            let mut command = self.with_key(demur(self.home.path()));
            command.args(["case", "list", "--db", &self.record, "--keys", &self.keys]);
            command.args(["--limit", "200", "--format", "json"]);
            if let Some(after) = &after {
                command.args(["--after", after]);
            }
            let (code, out, said) = ends(&mut command);
            assert_eq!(code, Some(0), "{said}");
            let page: Value = serde_json::from_str(&out).unwrap();
            let cases = page["cases"].as_array().unwrap();
            numbers.extend(
                cases
                    .iter()
                    .map(|case| case["number"].as_str().unwrap().to_owned()),
            );
            after = page["next"].as_str().map(str::to_owned);
            if after.is_none() {
                return numbers;
            }
        }
    }
}

fn moved(client: &Client, to: &Client) -> Client {
    Client {
        address: to.address,
        cookies: client.cookies.clone(),
    }
}

/// All hidden fields of a page, as its forms would send them.
fn hidden(page: &Answer) -> BTreeMap<String, String> {
    let inputs = page.body.split("<input type=\"hidden\" name=\"").skip(1);
    let pairs = inputs.filter_map(|input| {
        let (name, rest) = input.split_once("\" value=\"")?;
        Some((name.to_owned(), rest.split('"').next()?.to_owned()))
    });
    pairs.collect()
}

/// Asks on, each question at the next process, and knows nothing; the path of the opinion.
fn interviewed(clients: &mut [Client]) -> String {
    let token = clients[0].get("/").hidden("form_token");
    let fields = [("form_token", token.as_str()), ("opening", "insults")];
    let begun = clients[0].post("/interview", &fields);
    let path = begun
        .header("location")
        .unwrap_or_else(|| panic!("{begun:?}"))
        .to_owned();
    for turn in 1..60 {
        let count = clients.len();
        let client = &mut clients[turn % count];
        let page = client.get(&path);
        if page.status == 303 {
            let opinion = page.header("location").unwrap().to_owned();
            assert!(opinion.ends_with("/opinion"), "{opinion}");
            return path;
        }
        assert_eq!(page.status, 200, "{page:?}");
        let mut fields = hidden(&page);
        fields.insert("answer".to_owned(), "unknown".to_owned());
        let pairs: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answered = client.post(&path, &pairs);
        assert_eq!(answered.status, 303, "{answered:?}");
    }
    panic!("it does not end");
}

/// Sends the form that records an interview; the number of the case file.
fn recorded(client: &mut Client, path: &str, token: &str) -> std::io::Result<Option<String>> {
    let body = format!("form_token={token}");
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let answer = client.try_send("POST", &format!("{path}/record"), &kind, &body)?;
    let number = answer
        .body
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let mut number = number.filter(|word| word.starts_with("STOPA-"));
    Ok((answer.status < 400)
        .then(|| number.next().map(str::to_owned))
        .flatten())
}

fn journal(running: &Running) -> i64 {
    let figures = running.get("/metrics").body;
    let mut lines = figures.lines();
    let line = lines.find_map(|line| line.strip_prefix("demur_journal_entries "));
    line.unwrap().parse().unwrap()
}

#[test]
fn a_session_and_an_interview_go_on_at_any_of_them() {
    let firm = Firm::new();
    let all = [firm.start(), firm.start(), firm.start()];
    let mut clients = all.each_ref().map(|running| firm.at(running));
    for client in &mut clients {
        assert_eq!(client.get("/").status, 200);
        assert_eq!(client.get("/readyz").status, 200);
    }
    let before = all.each_ref().map(journal);
    let path = interviewed(&mut clients);
    let token = clients[2]
        .get(&format!("{path}/opinion"))
        .hidden("form_token");
    let number = recorded(&mut clients[1], &path, &token)
        .unwrap()
        .expect("a case file");
    assert_eq!(firm.numbers(), BTreeSet::from([number]));
    for (running, before) in all.iter().zip(before) {
        assert!(journal(running) > before, "it is seen by each of them");
    }
    for running in all {
        let (status, log) = running.terminate();
        assert!(status.success(), "{log}");
    }
}

#[test]
fn a_form_that_is_sent_to_two_of_them_makes_one_case_file() {
    let firm = Firm::new();
    let (one, other) = (firm.start(), firm.start());
    let mut clients = [firm.at(&one), firm.at(&other)];
    for _ in 0..2 {
        let known = firm.numbers().len();
        let path = interviewed(&mut clients);
        let token = clients[0]
            .get(&format!("{path}/opinion"))
            .hidden("form_token");
        let sent = clients.clone().map(|mut client| {
            let (path, token) = (path.clone(), token.clone());
            std::thread::spawn(move || recorded(&mut client, &path, &token).unwrap())
        });
        let numbers: BTreeSet<String> = sent
            .into_iter()
            .filter_map(|sent| sent.join().unwrap())
            .collect();
        assert_eq!(numbers.len(), 1, "{numbers:?}");
        assert_eq!(firm.numbers().len(), known + 1);
    }
}

#[test]
fn one_is_killed_and_the_others_go_on_with_nothing_lost_and_nothing_twice() {
    let firm = Firm::new();
    let (one, two, three) = (firm.start(), firm.start(), firm.start());
    let clients = [firm.at(&one), firm.at(&two), firm.at(&three)];
    let done = Arc::new(AtomicUsize::new(0));
    let workers: Vec<_> = (0..3)
        .map(|worker| {
            let clients = clients.clone();
            let done = Arc::clone(&done);
            std::thread::spawn(move || {
                let mut numbers = Vec::new();
                for _ in 0..3 {
                    // The first two are asked; what is recorded goes to the worker's own process.
                    let mut living = [clients[0].clone(), clients[1].clone()];
                    let path = interviewed(&mut living);
                    let token = living[0]
                        .get(&format!("{path}/opinion"))
                        .hidden("form_token");
                    let mut own = moved(&living[0], &clients[worker]);
                    let first = recorded(&mut own, &path, &token);
                    // Whoever got no answer sends the form again, to another one.
                    let number = match first {
                        Ok(Some(number)) => Some(number),
                        _ => recorded(&mut living[1], &path, &token).unwrap(),
                    };
                    numbers.extend(number);
                    done.fetch_add(1, Ordering::SeqCst);
                }
                numbers
            })
        })
        .collect();
    while done.load(Ordering::SeqCst) < 3 {
        std::thread::sleep(Duration::from_millis(5));
    }
    three.kill();
    let told: Vec<String> = workers
        .into_iter()
        .flat_map(|worker| worker.join().unwrap())
        .collect();
    let kept = firm.numbers();
    let unique: BTreeSet<String> = told.iter().cloned().collect();
    assert_eq!(unique.len(), told.len(), "no number is given twice");
    assert!(unique.is_subset(&kept), "nothing that was answered is lost");
    // A case file whose answer died with the process was written, and its interview is over.
    assert_eq!(kept.len(), 9, "each interview has one case file");
    for running in [&one, &two] {
        assert_eq!(running.get("/readyz").status, 200);
    }
    let again = firm.start();
    assert_eq!(
        firm.at(&again).get("/").status,
        200,
        "a new one takes its place"
    );
}

#[test]
fn a_database_that_is_away_makes_them_unready_until_it_is_back() {
    let firm = Firm::new();
    let running = firm.start();
    assert_eq!(running.get("/readyz").status, 200);
    let schema = firm.record.split("application_name=").nth(1).unwrap();
    let schema = schema.split('&').next().unwrap();
    let rename = |from: &str, to: &str| {
        let sql = format!("ALTER SCHEMA {from} RENAME TO {to}");
        cluster::admin().batch_execute(&sql).unwrap();
    };
    let away = format!("{schema}_away");
    rename(schema, &away);
    let unready = running.get("/readyz");
    assert_eq!(unready.status, 503);
    let parts: Value = serde_json::from_str(&unready.body).unwrap();
    assert_eq!(parts["record"], "does not answer");
    assert_eq!(parts["house"], "answers");
    assert_eq!(
        running.get("/healthz").status,
        200,
        "restarting would not help"
    );
    rename(&away, schema);
    assert_eq!(running.get("/readyz").status, 200);
}
