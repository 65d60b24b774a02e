//! A person decides about a case file that was opened before.

use serde_json::{Map, Value as Json, json};

use super::step::{self, Step, receipt_of};
use super::{Context, Store};
use crate::access::Operation;
use crate::actor::Actor;
use crate::basis::RecordClass;
use crate::case::{Decision, EventKind, Receipt, State};
use crate::clock::Moment;
use crate::crypto::{Key, hex, sha256};
use crate::document::canonical;
use crate::error::{Result, StoreError};
use crate::judgement;
use crate::letter;
use crate::pending::Pending;
use crate::row::CaseRow;
use crate::sealed::{DecisionWords, Part, Sealed};

impl Store {
    /// Writes down what a person decided.
    pub fn decide(
        &self,
        actor: &Actor,
        request: &str,
        (case, version): (&str, i64),
        decision: Decision,
    ) -> Pending<Receipt> {
        let number = case.to_owned();
        let named = (version, decision.clone());
        self.write(actor, Operation::Decide, request, Some(case), &named, {
            move |batch, context, actor| {
                let mut row = batch.case(&number)?;
                step::expect(batch, &row, version)?;
                if row.state != State::Open {
                    return Err(StoreError::State {
                        case: row.number,
                        state: row.state.as_str(),
                        operation: Operation::Decide.as_str(),
                    });
                }
                let key = batch.case_key(&row)?;
                let now = batch.now;
                let (made, code) = decided(context, actor, &mut row, &key, &decision, now)?;
                let mut receipt = receipt_of(&row, Some(&code));
                receipt.seq = step::write(batch, actor, &row, &made)?.seq;
                Ok(receipt)
            }
        })
    }
}

/// Writes a decision into the row, with its skeleton and the commitment for the customer, whose
/// code comes back too.
pub(super) fn decided(
    context: &Context,
    actor: &Actor,
    row: &mut CaseRow,
    key: &Key,
    decision: &Decision,
    now: Moment,
) -> Result<(Step, String)> {
    let judged = judgement::judge(decision, &row.verdict, &context.vocabulary, &*context.guard)?;
    let class = RecordClass::parse(&row.class)
        .ok_or_else(|| StoreError::damaged("a case file without a known class"))?;
    let mut data = judgement::coded(decision, judged);
    row.version += 1;
    row.state = State::Decided;
    row.ground = decision.ground.clone().unwrap_or_else(|| "none".to_owned());
    row.choice = Some(decision.choice.as_str().to_owned());
    row.decided_role = Some(actor.role().as_str().to_owned());
    row.decided_by = Some(actor.pseudonym().to_owned());
    row.deviation = Some(judged.deviation.as_str().to_owned());
    row.against_must_serve = judged.against_must_serve;
    row.adjustment_offered = decision.adjustment_offered;
    row.seconds = decision.seconds;
    row.tier_a_until = Some(context.schedule.tier_a(class, now.day, row.runs_until));
    row.tier_b_until = context.schedule.tier_b(class, now.day, row.runs_until);
    let code = letter::new_code()?;
    let skeleton = commit(row, &data, &code);
    data.insert("ground".to_owned(), json!(row.ground));
    // By these two the journal binds the skeleton, also for who does not have the code.
    data.insert("skeleton_sha256".to_owned(), json!(hash(&skeleton)));
    data.insert(
        "commitment".to_owned(),
        json!(row.commitment.as_deref().map(hex)),
    );
    row.skeleton = Some(skeleton);
    let words = DecisionWords {
        words: decision.words.clone(),
        reason: decision.reason.clone(),
        code: code.clone(),
    };
    let part = (row.version, 0);
    let sealed = vec![Sealed::new(key, &row.number, part, Part::Decision, &words)?];
    let step = Step {
        kind: EventKind::Decided,
        data,
        sealed,
    };
    Ok((step, code))
}

/// The skeleton as it is kept: without day and band, which may have to be coarsened later. The
/// commitment binds them too.
fn commit(row: &mut CaseRow, decision: &Map<String, Json>, code: &str) -> String {
    let mut skeleton = decision.clone();
    let fields = [
        ("v", json!(1)),
        ("case", json!(row.number)),
        ("site", json!(row.site)),
        ("month", json!(row.month)),
        ("class", json!(row.class)),
        ("ground", json!(row.ground)),
        ("verdict", json!(row.verdict)),
        ("lawbook", json!(row.lawbook)),
        ("role", json!(row.decided_role)),
        ("situation_sha256", json!(hash(&row.situation))),
        ("opinion_sha256", json!(hash(&row.opinion))),
    ];
    skeleton.extend(fields.map(|(key, value)| (key.to_owned(), value)));
    let kept = canonical(&Json::Object(skeleton.clone()));
    let day = row.day.map(|day| day.to_string());
    skeleton.insert("day".to_owned(), json!(day));
    skeleton.insert("band".to_owned(), json!(row.band));
    row.commitment = Some(letter::commitment(code, &skeleton));
    kept
}

pub(super) fn hash(text: &str) -> String {
    hex(&sha256(&[text.as_bytes()]))
}
