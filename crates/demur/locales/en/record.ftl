### The record from the shell.

record-no-home = There is no home folder, so the usual place of the record is unknown. Name it: --db FILE --keys FILE.
record-not-there = There is no record at { $path } yet. `demur case record` makes one; another place is named with --db.
record-who = Who are you? Write --as ROLE:PSEUDONYM, such as --as privacy:s-0001; roles are desk, decider, reviewer, privacy, auditor and admin.
record-contact = A contact is KIND:VALUE with one of the kinds email, phone, post and account, such as email:a@example.org.
record-notice-lacks = The notice would have gaps, and what was not said is not recorded as said. Fill in with --set PLACE="…": { $places }. Nothing was recorded.
record-no-proof = { $path } is neither a customer's letter nor an exported packet. Give the JSON file as it was written by `demur case record --letter` or `demur case export`.

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
record-heads-kept = { $n ->
    [one] The head is written down.
   *[other] The record leads through all { $n } heads that were written down.
  }
record-head-left = The record does NOT lead through the head of { $day } (entry { $seq }): it was altered, it is another record, or it is an older backup. Nothing was written down. Change nothing more, keep a copy, and compare with your last backup.
record-heads-file = { $path } cannot hold heads of the journal: { $reason }.
record-heads-line = { $path }:{ $n }: this line is no head of a journal. Name a file that has nothing else in it.
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
