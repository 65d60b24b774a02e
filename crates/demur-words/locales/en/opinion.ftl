### The opinion, for somebody under stress at a counter.

danger-label = Danger
danger-now = Call 112 now
danger-why = . Somebody's life or health is in danger.
danger-rest = . Help first; the rest can wait.

verdict-label = Verdict
verdict-danger = Help comes first
verdict-danger-rest = : decide about serving when the danger is over
verdict-must-serve = Serve
verdict-must-serve-rest = { $layer ->
    [law] : the law forbids refusing here
    [code] : the rules of the profession forbid refusing here
    [house] : the house policy forbids refusing here
   *[other] : good practice forbids refusing here
  }
verdict-must-serve-reason = { $layer ->
    [law] : the law forbids refusing for such a reason
    [code] : the rules of the profession forbid refusing for such a reason
    [house] : the house policy forbids refusing for such a reason
   *[other] : good practice forbids refusing for such a reason
  }
verdict-not-justified = Do not refuse
verdict-not-justified-rest = { $layer ->
    [law] : the law asks for a justified reason, and there is none here
    [code] : the rules of the profession ask for a reason, and there is none here
    [house] : the law does not forbid it, but the house policy asks for a reason, and there is none here
   *[other] : the law does not forbid it, but there is no good reason
  }
verdict-may-refuse-after = You may refuse
verdict-may-refuse-after-rest = , but first: { $steps }
verdict-may-refuse-after-unclear = , but first there is something to do
verdict-may-refuse = You may refuse
verdict-may-refuse-strong = : there is a recognised reason
verdict-may-refuse-weak = : nothing forbids it, but no recognised reason supports it
verdict-may-refuse-rest = : nothing forbids it
verdict-must-refuse = Refuse
verdict-must-refuse-rest = { $layer ->
    [law] : the law forbids serving here
    [code] : the rules of the profession forbid serving here
    [house] : the house policy forbids serving here
   *[other] : good practice forbids serving here
  }
verdict-conflict = Ask the manager
verdict-conflict-rest = : two rules of the same rank contradict each other
verdict-undetermined = Not clear yet
verdict-undetermined-rest = { $safe ->
    [serve] : serving is safe meanwhile
    [refuse] : refusing is safe meanwhile
    [both] : serving and refusing are both safe meanwhile
   *[neither] : neither serving nor refusing is safe yet
  }

outcome-must-serve = must serve
outcome-not-justified = serve (no reason to refuse)
outcome-may-refuse-after = may refuse after a step
outcome-may-refuse = may refuse
outcome-must-refuse = must refuse
outcome-conflict = ask the manager

why-part = Why
why-perhaps = perhaps: { $title }
why-source = Source: { $cite } ({ $tier })
why-facts = Because: { $facts }
why-silent = The law is silent. It neither forbids the refusal nor names a reason for it.
why-mixed = Mixed motive: besides { $others }, this reason plays a part: { $reasons }. It is forbidden, even if it is not the only one.
why-forbidden = Forbidden reason: { $reasons }.
why-tainted-refuse = A forbidden reason plays a part: { $reasons }. The duty to refuse stays. Refuse for the lawful reason, and note it.
why-tainted-anyone = A forbidden reason plays a part: { $reasons }. It does not decide, because anyone else would be refused for the same. Note the lawful reason. If it is not quite so: serve.
why-possible = Still possible: { $verdicts }
why-next = Next question: { $question }
why-more = { $n ->
    [one] { $n } more provision{ explain-hint }
   *[other] { $n } more provisions{ explain-hint }
  }

todo-part = What to do
todo-first = First: { $steps }
todo-first-if-possible = First, if possible: { $steps }
todo-check = Find out whether this is done: { $steps }
todo-done = Already done: { $steps }
todo-duty = When refusing: { $duty }
todo-duty-within = When refusing: { $duty }, { $within }
todo-must-not = Not allowed when refusing: { $duty }
todo-note = Remember: { $note }
todo-ask-manager = Stop and ask the manager. Show both provisions.

instead-serve = You could serve once it is so: { $changes }
instead-serve-perhaps = You could perhaps serve once it is so: { $changes }{ $n ->
    [0] {""}
   *[other] . It also takes: { $provided }
  }{ $usual ->
    [true] {" "}(and the rest has to be as on most days)
   *[false] {""}
  }
instead-refuse = You may refuse once it is so: { $changes }
instead-refuse-perhaps = You may perhaps refuse once it is so: { $changes }{ $n ->
    [0] {""}
   *[other] . It also takes: { $provided }
  }{ $usual ->
    [true] {" "}(and the rest has to be as on most days)
   *[false] {""}
  }
instead-measures = Instead of refusing, you could: { $measures }{ $n ->
    [0] {""}
    [one] {" "}({ $n } more{ explain-hint })
   *[other] {" "}({ $n } more{ explain-hint })
  }
instead-measure-cited = Instead of refusing, you could: { $measure } ({ $cite })

say-doctor = Please see a doctor about it; I will write down where to go.
say-clear-violence = I am ending this conversation.
say-part = What to say
say-polite = { $kind ->
    [serve] Thank you for waiting.
    [away] I have called for help.
    [danger] I am staying with you.
    [first] I want to sort this out with you.
    [open] Thank you for waiting.
    [conflict] Thank you for waiting.
   *[refuse] Thank you for coming to us.
  }
say-clear-serve = I am taking care of this now.
say-clear-danger = Help is on its way.
say-clear-first = { $step ->
    [warn] Please speak to us calmly and without insults; if it goes on, we will stop for today.
    [adjust] Let us try it another way: somebody else, another place or another time.
   *[other] Before we decide, something has to be settled: { $steps }.
  }
say-clear-refuse = We cannot take this on.
say-clear-quiet = We cannot do this now.
say-clear-open = I have to check something first.
say-clear-conflict = The manager has to decide this.
say-support = { $kind ->
    [serve] If anything is unclear, please ask.
    [away] Please keep a safe distance.
    [danger] Please stay where you are.
    [first] Where shall we start?
    [open] I will be back with an answer in a moment.
    [conflict] I will tell you in a moment when there will be an answer.
    [refuse] I will gladly tell you who can help, or what else is possible here.
   *[quiet] I am sorry that I cannot say more.
  }

risk-part = Beware
risk-caution = { $text } ({ $cite })
risk-consequence = If you refuse: { $text } ({ $cite })
risk-of-serving = If you serve: { $text } ({ $cite })
risk-more = { $n ->
    [one] { $n } more warning{ explain-hint }
   *[other] { $n } more warnings{ explain-hint }
  }

change-part = What would change it
change-missing = It depends on: { $question }
change-missing-decides = It depends on: { $question } It decides between: { $verdicts }
change-why-not = Why not "{ $verdict }": { $facts }
change-why-not-always = Why not "{ $verdict }": the rules in force never lead there
change-others-part = Other answers
change-would-be = It would be "{ $verdict }" { $n ->
    [0] if nothing unusual turns up
   *[other] if: { $facts }
  }{ $usual ->
    [0] {""}
   *[other] {" "}(and the rest is as on most days)
  }{ $reasons ->
    [true] ; it also depends on why you would refuse
   *[false] {""}
  }
change-why-not-norms = Why not "{ $verdict }": { $norms }
change-lacking-forbids-refusing = Why not "{ $verdict }": nothing forbids refusing here
change-lacking-forbids-serving = Why not "{ $verdict }": nothing forbids serving here
change-lacking-needs-ground = Why not "{ $verdict }": no rule asks for a reason that is missing here
change-lacking-requires-step = Why not "{ $verdict }": no step is outstanding
change-near = Almost: { $norm } ({ $cite }). But: { $fact }
change-ground = Reason "{ $ground }": { $status }
change-more = { $medium ->
    [terminal] Why not the other answers: --explain
   *[page] The full explanation says why the other answers do not hold.
  }
change-more-missing = { $n ->
    [one] and { $n } more question{ explain-hint }
   *[other] and { $n } more questions{ explain-hint }
  }

status-open = holds
status-after-steps = holds after the steps
status-not-met = does not hold here
status-barred = holds, but something forbids refusing all the same
status-unknown = not clear yet

trust-part = How sure
trust-confidence = { $confidence }
trust-none = No provision carries this answer.
trust-doubt = Doubt: { $doubt }
trust-more-doubts = { $n ->
    [one] { $n } more doubt{ explain-hint }
   *[other] { $n } more doubts{ explain-hint }
  }
trust-stamp = Law of { $day }, lawbook { $hash }. Not legal advice; a person decides.

explain-hint = { $medium ->
    [terminal] : --explain
   *[page] {""}
  }
