### The record: case files, checks, and what can go wrong with them.

record-no-home = There is no home folder, so the usual place of the record is unknown. Name it: --db FILE --keys FILE.
record-not-there = There is no record at { $path } yet. `demur case record` makes one; another place is named with --db.
record-who = Who are you? Write --as ROLE:PSEUDONYM, such as --as privacy:s-0001; roles are desk, decider, reviewer, privacy, auditor and admin.
record-contact = A contact is KIND:VALUE with one of the kinds email, phone, post and account, such as email:a@example.org.
record-notice-lacks = The notice would have gaps, and what was not said is not recorded as said. Fill in with --set PLACE="…": { $places }. Nothing was recorded.
record-no-proof = { $path } is neither a customer's letter nor an exported packet. Give the JSON file as it was written by `demur case record --letter` or `demur case export`.

record-role-desk = desk
record-role-decider = decider
record-role-reviewer = reviewer
record-role-privacy = privacy
record-role-auditor = auditor
record-role-admin = administrator
record-role-system = the program

record-state-open = open
record-state-decided = decided
record-state-notified = customer told
record-state-appealed = appealed
record-state-objected = objection pending
record-state-closed = closed

record-choice-serve = serve
record-choice-serve-differently = serve another way
record-choice-refuse = refuse

record-undetermined = not settled yet

record-event-opened = opened
record-event-decided = decided
record-event-confirmed = decision confirmed
record-event-notified = customer told
record-event-corrected = facts mended
record-event-stated = customer's statement added
record-event-appeal-received = appeal came in
record-event-appeal-decided = appeal decided
record-event-objection-received = objection came in
record-event-objection-decided = objection decided
record-event-complaint-received = complaint came in
record-event-debrief-offered = talk offered to staff
record-event-deadline-set = deadline set
record-event-held = held because of a dispute
record-event-hold-reviewed = hold looked at again
record-event-hold-ended = hold ended
record-event-hold-lapsed = hold lapsed
record-event-closed = closed
record-event-erased = contact and texts erased

record-field-words = The words of the decision
record-field-reason = The reason
record-field-facts = The facts
record-field-note = The note to the reviewer

record-may-create = open a case file
record-may-decide = decide
record-may-confirm = confirm a decision
record-may-notify = record a notice
record-may-correct = mend the facts
record-may-override = let a rejected text pass
record-may-statement = record the customer's statement
record-may-receive = record an appeal or objection
record-may-review = decide about an appeal or objection
record-may-deadline = set a deadline
record-may-close = close a case file
record-may-find = look for case files
record-may-show = see a case file
record-may-reveal = see contact and texts
record-may-reveal-superseded = see replaced versions
record-may-hold = hold a case file
record-may-erase = erase a case file
record-may-export-access = give out what is held about a person
record-may-packet = export the evidence of a case
record-may-journal = check the journal
record-may-statistics = see statistics
record-may-retention = apply the periods
record-may-backup = back up or restore

record-none = No case files.
record-more = There are more: --after "{ $next }"
record-due = due { $day }
record-texts-gone-short = texts erased
record-held-short = held

record-case = Case
record-head = : { $decision }, { $when }
record-undecided = nobody has decided yet
record-warning = Warning
record-against-must-serve = This refuses although the opinion says: must serve. It is a decision of the firm; do not name a law as its reason. Have it looked at again.
record-towards-refusing = The opinion does not carry this refusal. The reason is kept with it.
record-towards-serving = The opinion says that serving is forbidden here.
record-withheld = { $question } (the answer is not kept)
record-facts = The case
record-opinion = Opinion: { $verdict }
record-decided-by = Decided by: { $role }
record-ground = Ground: { $ground }
record-stands = Where it stands: { $state }
record-norms = Norms checked
record-because = because: { $facts }
record-no-norm = No norm carries the answer.
record-not-met = Did not apply: { $title } ({ $norm }), since: { $fact }
record-rests-on = Facts used
record-turning = What would have changed the outcome, each fact by itself
record-turn-yes = { $fact } If the answer had been yes: { $verdicts }
record-turn-no = { $fact } If the answer had been no: { $verdicts }
record-turn-other = { $fact } With another answer it could be: { $verdicts }
record-nothing-turns = No single fact.
record-timeline = Timeline
record-step = { $when }: { $event } ({ $role })
record-step-more = { $when }: { $event } ({ $role }): { $detail }
record-kept = What is kept
record-texts-until = Contact and texts are erased on { $day }.
record-texts-gone = Contact and texts are erased.
record-skeleton-until = Everything else becomes a mere count on { $day }.
record-on-hold = A dispute keeps it from being erased.
record-lawbook = Lawbook: { $hash }
record-version = Version: { $version }

record-texts = Contact and texts (the journal keeps that you looked)
record-customer = Customer: { $name } { $contact }
record-text-facts = What happened: { $text }
record-text-words = Words of the decision: { $text }
record-text-reason = Reason: { $text }
record-text-note = For the reviewer: { $text }
record-text-statement = The customer says: { $text }
record-text-review = Review: { $text }
record-text-notice = Notice ({ $channel })

record-opened = Case file { $case } is open. Opinion: { $verdict }. Nobody has decided yet.
record-decided = Case file { $case }: { $choice }. Opinion: { $verdict }.
record-told = Case file { $case }: kept what the customer was told.
record-for-customer = For the customer
record-letter-case = Case number: { $case }
record-letter-code = Code: { $code }
record-letter-why = Give both to the customer. The code is shown only now; with it the customer can prove later what was recorded, even after all texts are erased.
record-notice = Say or send this

record-exported = Written to { $path }. Only you can read it; delete it after 30 days at the latest.
record-erased = Contact and texts of { $case } are erased (journal entry { $seq }). Old backups are erased again when they are put back.
record-backed-up = Backup written to { $path }: { $rows } rows. It has no keys: copy the key database to another place as well.
record-restored = Restored: { $rows } rows. { $n ->
    [0] Nothing had been erased since.
    [one] One erasure made since was repeated.
   *[other] { $n } erasures made since were repeated.
  }

record-intact = The record is as it was written: { $n ->
    [one] one entry
   *[other] { $n } entries
  } checked. Keep this head outside of this machine: { $seq } { $hash }
record-broken = The record was changed: entry { $seq } of the journal, { $why }. Change nothing more, keep a copy, and compare with your last backup.
record-letter-match = { $case }: MATCH, unaltered. The letter belongs to this case, and the record is as it was on that day.
record-letter-altered = { $case }: ALTERED. Letter or record is not as it was on the day of the decision.
record-letter-unknown = { $case }: unknown. The record has no such case, or nobody decided it, or it is past its time.
record-packet-fine = Packet of { $case }: as it was written; the journal proves { $proved } of { $events } events.
record-packet-journal = Journal: the entries do not lead to the head.
record-packet-timeline = Timeline: an event is not what was written.
record-packet-documents = Situation or opinion: not the one that was decided about.
record-packet-skeleton = Skeleton: not what the decision says.
record-packet-letter = Letter: ALTERED, or another code.
record-packet-no-letter = The packet has no letter: give the customer's letter to `demur verify` as well.

store-basis-missing = What makes keeping this record lawful is missing: { $field }. Nothing was written.
store-basis-not-allowed = { $why }. Nothing was written.
store-forbidden = The role { $role } may not { $operation }. That is for: { $roles }. Say who you are, such as --as { $first }:s-0001.
store-four-eyes = Somebody else has to do this: two pairs of eyes are asked for.
store-not-found = There is no case file { $case } that you may see. Look at the number; `demur case list` shows what there is.
store-conflict = { $case } was changed in the meantime by: { $role }. You have read version { $expected }, now it is version { $actual }. Nothing was written: look at it again with `demur case show { $case }`.
store-request-reused = This --request was used before for something else. Nothing was written; leave it out or take a new one.
store-state = { $case }: this cannot be done now, the case file is: { $state }. Nothing was written.
store-document = { $place }: { $why }. Nothing was written.
store-text-rejected = { $field }: { $hint } Nothing was written. Write what was done, not who somebody is.
store-words-not-own = These are the words of the opinion. Say in your own words why you decide so. Nothing was written.
store-reason-missing = The opinion does not carry a refusal here. Serve, or say with --reason "…" why you refuse all the same. Nothing was written.
store-grounds-untested = Before a refusal the protected grounds have to be asked for. Answer `refusal.reasons` in the situation honestly and in full, such as: refusal.reasons: [conduct]. Nothing was written.
store-ground-stop = A protected ground plays a part in this. It must not be a reason, so there is no refusal: serve, or serve another way. Nothing was written.
store-minor = The customer may be a child, so this record is not made.
store-hold-without-fact = A hold needs a fact that shows a dispute, such as a complaint, and its day.
store-held = { $case } is held because of a dispute and cannot be erased before the hold ends.
store-key-destroyed = Contact and texts of { $case } were erased. Nobody can read them any more.
store-key-missing = The key store has no key for { $case }. Put back the key store that belongs to this record (--keys).
store-master-key = Master key: { $why }. Use the key that belongs to this record: the file in the configuration folder, or DEMUR_MASTER_KEY.
store-prolonged = Retention: { $period } is longer than { $most } months, the most of this profile.
store-replay-pending = The record is older than { $erasures } erasures of its key store. Open it once with `demur case list`, which repeats them.
store-schema-newer = The record was written by a newer version of this program: use that one.
store-clock-backwards = The clock says { $now }, but the newest entry of the journal is of { $last }. Nothing was written: set the clock right and try again.
store-works-agreement = Figures about single members of staff need a works agreement.
store-backup = Backup: { $why }. Nothing was changed.
store-disk-full = The disk is full. Nothing of this was written, everything before is safe. Free some space and try again.
store-read-only = The record takes no changes: its file or server is read-only. Nothing was written; give this program the right to write.
store-busy = Another program holds the record. Nothing was written; try again in a moment.
store-connection-lost = The database does not answer. Try again with the same --request, then nothing is written twice; without one look with `demur case list` first.
store-not-durable = The database runs with { $setting }, so that an answered write might be lost. Switch it on.
store-damaged = The record is damaged or belongs to another program ({ $why }). Change nothing, and put back a backup.
store-database = The database says: { $why }
store-file = { $path }: { $why }
store-closed = The record was closed before it answered. Try again with the same --request.
store-invalid = { $field }: { $why }. Nothing was written.
store-invalid-words = --words: 40 to 600 characters in your own words. Nothing was written.
store-invalid-reason = --reason: 20 to 600 characters. Nothing was written.
store-invalid-facts = --facts: 1 to 600 characters. Nothing was written.
store-invalid-note = --note: 1 to 300 characters. Nothing was written.
store-invalid-notice = The text of a notice has 1 to 20,000 characters. Nothing was written.
store-invalid-pseudonym = A pseudonym is s- and 4 to 12 lower-case letters and digits, at least one of them a digit, such as s-0001: never a name.
store-invalid-number = A case number looks like SHOP-2026-7K3M9QD2.
store-invalid-contact = This is no contact of its kind. Write email:a@example.org or phone:+48 600 100 200.
store-invalid-request = --request has 8 to 64 letters, digits, - and _.
store-invalid-site = --site is one word of letters, digits, - and _, such as shop2.
store-invalid-limit = --limit is 1 to 200.
store-invalid-after = --after is what the page before gave.
store-invalid-keys = Record and keys need two databases: give --keys another one than --db.
store-invalid-name = A ground or an offer is one word of letters, digits, ., - and _, such as another_time.
