### The register, case files, notices.

register-title = Case files
register-only-own = You see the case files that you opened yourself and that nobody has decided yet.
register-find = Number of a case file
register-find-hint = Number, such as SHOP-2026-7K3M9QD2
register-find-button = Find
register-filters = Filter
register-any = any
register-number = Number
register-when = Day
register-state = State
register-decision = Decision
register-undecided = nobody has decided
register-opinion = opinion: { $verdict }
register-verdict = Opinion
register-ground = Ground
register-site = Site
register-deadline = Deadline
register-from = From
register-to = To
register-due-by = Something due by
register-show = Show
register-everything = Show everything
register-due = { $what }: by { $day }
register-overdue = overdue: { $due }
register-bad-filter = This filter cannot be read. Choose it again; a day looks like 2026-11-24.
register-all = All case files
register-found = Found
register-on-page = { $n ->
    [one] 1 case file on this page
   *[other] { $n } case files on this page
  }
register-next = Older ones
register-first = Back to the newest
register-empty = No case files yet
register-empty-hint = A case file shows what you were asked, what you decided and why, so that you can explain it later. One is made at the counter: choose what is happening, answer a few questions, and record the decision.
register-begin = To the counter
register-nothing = Nothing fits these filters
register-nothing-hint = Take a filter away, or choose a longer time. Case files whose time is over are counted, and no longer listed.

attention-title = Needs attention
attention-due = Due within a week
attention-open = Nobody has decided yet
attention-appealed = The customer asks for review
attention-objected = The customer objects to the record
attention-more = Show all of them

figures-title = In figures
figures-by-month = Case files by month
figures-month = Month
figures-by-choice = By decision
figures-choice = Decision
figures-by-ground = By ground
figures-ground = Ground
figures-no-ground = no ground
figures-undecided = nobody has decided
figures-cases = Case files
figures-table = As a table
figures-few = few
figures-small = Counts below ten are not shown, so that nobody can be found in them.
figures-newest = Counted are the newest { $n } case files; there are older ones.
figures-rubber-stamp = The last fifty decisions all follow the opinion, or were made within seconds. Look at some of them: a person has to decide.

file-back = Case files
file-notice = Tell the customer
file-notice-hint = What was decided, why, and who else can help.
file-not-applied = Looked at, and not applied
file-more = What happens next
file-stranded = This is what you had typed; copy it if you still need it:

texts-title = Contact and texts
texts-hint = They are sealed. When you look, the journal keeps that you did, and the customer may ask who looked.
texts-show = Show contact and texts

step-adjustment = Was an adjustment offered?
step-adjustment-hint = Only whether, never which: help with access, another time, another form.
step-no-choice = Say what you decide.
step-no-kind = Say what came in.
step-no-outcome = Say what became of it.
step-no-day = Choose the day.
step-bad-day = This is no day. Write it like 2026-12-08.

confirm-title = Two pairs of eyes
confirm-hint = Somebody other than whoever decided looks at the decision and confirms it.
confirm-send = Confirm the decision

review-title = Decide about the appeal or objection
review-hint = Whoever decided the case cannot do this.
review-outcome = What becomes of the decision?
review-words = Why, in your own words
review-send = Decide
outcome-upheld = It stands
outcome-changed = A milder one takes its place
outcome-lifted = It is lifted

receive-title = Something came in
receive-what = What?
receive-no-appeal = Nothing was decided yet, so there is nothing to appeal against.
receive-send = Note it

statement-title = Add what the customer says
statement-label = In the customer's words
statement-hint = It stands beside the facts. Customers may say about themselves what they like.
statement-send = Add it

correct-title = Mend the facts
correct-hint = The whole text as it should have been. The version before stays readable for auditors.
correct-send = Replace the facts

deadline-title = Set a deadline
deadline-legend = What has to be done, and by when?
deadline-if-any = Deadline, if there is one
deadline-day = Day
deadline-what = What
deadline-send = Set it
deadline-none = Take the deadline away
deadline-answer = answer the customer
deadline-review = look at it again
deadline-other = something else

hold-title = Hold it because of a dispute
hold-hint = A held case file is not erased. It takes a fact and its day; that a limitation period still runs is none.
hold-fact = What shows that there is a dispute?
hold-day = Its day
hold-send = Hold it
hold-held = Held because of a dispute
hold-held-hint = A hold that nobody looks at for six months ends by itself.
hold-review = The dispute goes on: six months more
hold-end = The dispute is over

close-send = Close the case file
close-hint = Nothing is outstanding. It stays until its time is over.

packet-send = Save the evidence
packet-hint = A file that somebody else's program can check. The journal keeps that it was made.

erase-link = Erase contact and texts
erase-title = Erase contact and texts
erase-held = A dispute keeps this case file from being erased. End the hold first, or answer the request with the reason of the hold.
erase-goes = What goes
erase-goes-contact = Name and contact of the customer
erase-goes-texts = All texts: what happened, words of the decision, notices, statements
erase-goes-key = The key with which they were sealed, so that no backup can be read either
erase-goes-people = Who opened and who decided it; only the roles stay
erase-stays = What stays
erase-stays-skeleton = Answers, opinion, decision and timeline without anybody's name, until { $day }
erase-stays-journal = One entry in the journal: that it was erased, and why
erase-why = Why is it erased?
erase-requested = The person asked for it
erase-objection = The person objected, and nothing outweighs that
erase-unlawful = It should not have been kept
erase-period-ended = Its time is over
erase-no-reason = Say why it is erased.
erase-no-way-back = There is no way back.
erase-send = Erase for good
erase-not = Do not erase

access-link = Somebody asks what is held about them
access-title = What is held about a person
access-lead = Somebody asks what you keep about them. Make sure first that it is them. You get everything that belongs to one contact, in words to be printed, or as a file for programs, to be given to the person.
access-contact = The contact
access-contact-hint = As the person gives it: small differences of spelling do not matter.
access-channel-email = E-mail
access-channel-phone = Telephone
access-channel-post = Post
access-channel-account = Account or loyalty card
access-logged = The journal keeps that it was given out. Delete the file after thirty days.
access-send = Save the file
access-in-words = Show it to print
access-nothing = Nothing is held about this contact
access-nothing-hint = Tell the person so. Ask for other contacts that they may have used.

done-decide = The decision is recorded.
done-confirm = The decision is confirmed.
done-receive = It is noted.
done-statement = The statement is added.
done-correct = The facts are replaced.
done-review = The appeal or objection is decided.
done-deadline = The deadline is noted.
done-close = The case file is closed.
done-hold = The case file is held.
done-review-hold = The hold goes on for six months.
done-end-hold = The hold has ended.
done-erase = Contact and texts are erased.
done-notice = It is kept what the customer was told.

tell-title = Tell the customer
tell-of = Case file { $number }
tell-of-interview = Not recorded yet
tell-choices = How it is said
tell-channel = How it reaches the customer
tell-lang = Language
tell-lang-pl = Polish
tell-lang-en = English
tell-lang-de = German
tell-address = How Polish addresses the customer
tell-address-hint = As customers write about themselves; never guessed from a name or looks.
tell-address-panstwo = Państwo (fits everybody)
tell-address-pani = Pani
tell-address-pan = Pan
tell-scenario = What is explained
tell-scenario-none = Choose
tell-scenario-own = what the opinion calls for
tell-write = Write it
tell-write-hint = The text below is written anew; what you changed by hand is shown once more below it.
tell-places = Still to be filled in
tell-places-hint = What is empty stays in the text in brackets.
tell-otherwise = If it is empty: { $words }
tell-changed = The case file { $number } was changed by somebody else since you opened this page. Nothing was sent. Read it again before you repeat it.
tell-filled = What is filled in
tell-subject = Subject
tell-text = The text
tell-text-hint = You can change it. What is beside it is checked again while you type.
tell-text-own = Nothing was written for you here. You can write a text of your own; it is checked all the same.
tell-before = Your text before it was written anew
tell-check = Check
tell-copy = Copy
tell-print = Print
tell-pdf = Save as PDF
tell-pdf-edited = The PDF has the text as it was written for you. Print the page to have your changes on paper.
tell-remarks = Before you use it
tell-record-first = Record the decision first: then the case number stands in the text, and it is kept what the customer was told.
tell-back = Back to the opinion
tell-why-not = Why no text was written for you

tell-no-words = { $n ->
    [0] There is no ready text for this in this language. Write your own below; it is checked all the same.
   *[other] There is no ready text for this way in this language. There is one as: { $channels }.
  }
tell-lint = Is it clear, kind, lawful and short enough?
tell-lint-good = Nothing to mend.
tell-lint-empty = There is no text to check yet.
tell-lint-blocked = It should not go out like this: an error has to be mended first.
tell-lint-where = Line { $line }
tell-lint-whole = The whole text
tell-lint-show = Show in the text
tell-lint-reads = { $words } words; reads at { $value } ({ $formula }), up to { $limit } is easy enough.
tell-lint-waiting = Checking …
tell-lint-failed = It could not be checked just now. Press “Check”.

tell-others = Who else can help
tell-service = What the customer needs
tell-service-hint = A word, such as “podology”
tell-near = Where the customer is
tell-near-hint = A town
tell-look = Look
tell-name = Name this one
tell-nobody = Nobody in the directory fits. Say so, and write down why nobody is named.
tell-no-directory = There are no providers yet.
tell-no-directory-link = Add providers
tell-refer-unlawful = The law forbids everybody to serve this request. Nobody is named.
tell-refer-open = It is not clear yet whether anybody may serve this request. Find that out before you name somebody.
tell-refer-service = Say what the customer needs; nothing in the opinion says it.
tell-refer-town = There is no such town in the directory. It has: { $towns }.
tell-refer-call-first = Call first
tell-named = Named in the text: { $provider }

tell-send = Send it
tell-to = E-mail address of the customer
tell-mailto = Open in your e-mail program
tell-mail = Send the e-mail
tell-mail-hint = It goes out from { $from }.
tell-mail-no-subject = Write a subject of one line.
tell-mail-no-address = This is no e-mail address.
tell-mail-blocked = The text has an error that has to be mended before it goes out.
tell-mail-open = Something in brackets still has to be filled in: { $places }
tell-mail-failed = The e-mail was not sent: the server for outgoing mail did not take it. Nothing was recorded. Try again, or send it from your own e-mail program.
tell-mail-sent = The e-mail was sent to { $to }.
tell-mail-sent-unrecorded = The e-mail was sent, but this could not be recorded: { $why } Record it below; do not send it again.
tell-told-title = The customer was told
tell-told-hint = Press it after you said, sent or handed over the text. It is kept as it stands above, sealed.
tell-told = The customer was told this
tell-told-open = What was not said cannot be recorded as said. Still in brackets: { $places }
tell-told-empty = There is no text that could be recorded.
tell-told-conflict-hint = Read the case file again before you repeat it.
mail-subject = { $lang ->
    [pl] { $case ->
        [none] Odpowiedź: { $firm }
       *[other] Sprawa { $case }: { $firm }
      }
    [de] { $case ->
        [none] Antwort: { $firm }
       *[other] Vorgang { $case }: { $firm }
      }
   *[en] { $case ->
        [none] Our answer: { $firm }
       *[other] Case { $case }: { $firm }
      }
  }

answer-title = What to answer
answer-held-hint = If somebody asked to be erased: this says why not yet, and where they can complain.
answer-objection-hint = The objection was not accepted: this says why, and where the customer can complain.
