### The interview.

ask-profile = Which business is it?
ask-profile-none = none of these
ask-remaining = at most { $n ->
    [one] { $n } question
   *[other] { $n } questions
  } to go
ask-unknown = don't know
ask-help-place = The law of this place decides.
ask-why-norm = These provisions need it: { $norms }
ask-why-decides = It decides between: { $verdicts }.
ask-under = Under: { $norms }.
ask-under-more = Under: { $norms }; and { $n } more{ $medium ->
    [terminal] {" "}(w).
   *[page] .
  }
ask-conditional = If something applies that was not asked, also:
ask-conditional-duty = { $duty } (if: { $question })
ask-conditional-more = And { $n } more{ $medium ->
    [terminal] ; see demur decide with this situation and --explain.
   *[page] .
  }
ask-withheld = the customer will not say
ask-why-profile = What never changes is then not asked.
ask-clash = This cannot be: { $facts }. The last answer is taken back.
ask-clash-why = Because { $reason }.
