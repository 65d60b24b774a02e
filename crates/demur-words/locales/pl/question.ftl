### Wywiad.

ask-profile = Jaka to firma?
ask-profile-none = żadna z tych
ask-remaining = { $n ->
    [one] zostało najwyżej { $n } pytanie
    [few] zostały najwyżej { $n } pytania
   *[other] zostało najwyżej { $n } pytań
  }
ask-unknown = nie wiem
ask-help-place = Rozstrzyga prawo tego miejsca.
ask-why-norm = Potrzebują tego przepisy: { $norms }
ask-why-decides = Rozstrzyga między: { $verdicts }.
ask-under = Przepisy: { $norms }.
ask-under-more = Przepisy: { $norms }; i jeszcze { $n }{ $medium ->
    [terminal] {" "}(w).
   *[page] .
  }
ask-conditional = Jeśli zachodzi coś, o co nie było pytań, także:
ask-conditional-duty = { $duty } (jeśli: { $question })
ask-conditional-more = I jeszcze { $n }{ $medium ->
    [terminal] ; zobacz demur decide z tą sytuacją i --explain.
   *[page] .
  }
ask-withheld = klient nie powie
ask-why-profile = O to, co się nie zmienia, nie będzie wtedy pytań.
ask-clash = Tak nie może być: { $facts }. Ostatnia odpowiedź jest cofnięta.
ask-clash-why = Bo { $reason }.
