### The interview.

ask-start = If somebody's life is in danger now: call 112 first.
ask-commands = Always possible: ? help, w why we ask, d don't know, x the customer will not say, b back, q quit.
ask-yes-no = y yes, n no
ask-number = a number from { $low } to { $high }
ask-one = one number
ask-some = one or more numbers, 0 for none of them
ask-boxes = the numbers that apply, with ? behind one if you are not sure; 0 for none of them
ask-profile = Which business is it?
ask-profile-none = none of these
ask-remaining = at most { $n ->
    [one] { $n } question
   *[other] { $n } questions
  } to go
ask-earlier = Answer before: { $answer }. Press Enter to keep it.
ask-unknown = don't know
ask-prompt = >
ask-help-place = The law of this place decides.
ask-why-norm = These provisions need it: { $norms }
ask-why-decides = It decides between: { $verdicts }.
ask-under = Under: { $norms }.
ask-under-more = Under: { $norms }; and { $n } more (w).
ask-conditional = If something applies that was not asked, also:
ask-conditional-duty = { $duty } (if: { $question })
ask-conditional-more = And { $n } more; see demur decide with this situation and --explain.
ask-withheld = the customer will not say
ask-why-profile = What never changes is then not asked.
ask-not-understood = This is not an answer here: { $answer }
ask-first = This is the first question.
ask-clash = This cannot be: { $facts }. The last answer is taken back.
ask-clash-why = Because { $reason }.
ask-stopped = Stopped here. This is known so far:
ask-result = Answer
ask-saved = Saved: { $path }
ask-situation = Situation
