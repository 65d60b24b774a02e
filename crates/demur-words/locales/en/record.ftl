### The record: case files, checks, and what can go wrong with them.

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
record-more = There are more{ $medium ->
    [terminal] : --after "{ $next }"
   *[page] .
  }
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
record-some-trait = a protected trait
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

record-access = What we hold about you
record-access-lead = As of { $day }: { $n ->
    [one] one case file
   *[other] { $n } case files
  }, with everything that is in { $n ->
    [one] it
   *[other] them
  }. Members of staff and other people are left out.
record-access-texts = Your contact, and what was written
record-access-viewed = Who looked at contact and texts
record-access-unseen = Nobody but for this answer.
record-look = { $when }: { $role }, { $what }
record-look-texts = contact and texts
record-look-superseded = earlier texts
record-look-access = an answer like this one
record-look-packet = a file of evidence
record-access-recipients = To whom it was given
record-access-nobody = Nobody.
record-access-sources = Where it comes from
record-access-from-you = You.
record-access-from-staff = What our staff saw and wrote down.
record-access-rights = What you may ask for
record-right-access = Such an answer again.
record-right-rectification = That what is wrong is put right, and that what you say is put beside it.
record-right-erasure = That it is erased, unless a dispute or the law keeps it.
record-right-restriction = That nobody uses it while you contest it.
record-right-objection = You may object, for reasons of your own situation.
record-right-complaint = You may complain to the authority for data protection, and go to court.
record-access-copy = Our copy of this answer is deleted by { $day }.

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

hold-complaint = a complaint
hold-appeal = an appeal
hold-lawyers-letter = a letter of a lawyer
hold-authoritys-letter = a letter of an authority or a court
hold-injury = somebody was hurt
hold-threat-of-claim = somebody threatened in writing to go to law

answer-erasure-held = We cannot erase case file { $case } yet, because of { $fact } ({ $day }): we need it to establish, exercise or defend legal claims (GDPR, article 17(3)(e)). We look at this again by { $review }. If you think that this is wrong, write to { $contact }. You may complain to { $authority }, or go to court.
answer-objection-rejected = We do not accept your objection in case { $case }, because: { $why }. The decision stands. If you think that this is wrong, write to { $contact }. You may complain to { $authority }, or go to court.
answer-authority = the authority for data protection of your country
answer-authority-pl = the President of the Personal Data Protection Office (Prezes UODO)
