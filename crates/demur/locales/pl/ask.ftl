### Wywiad.

ask-start = Jeśli czyjeś życie jest teraz zagrożone: najpierw zadzwoń pod 112.
ask-commands = Zawsze można: ? pomoc, w dlaczego pytamy, d nie wiem, x klient nie powie, b wstecz, q koniec.
ask-yes-no = t tak, n nie
ask-number = liczba od { $low } do { $high }
ask-one = jeden numer
ask-some = jeden lub kilka numerów, 0 to żaden z nich
ask-boxes = numery, które pasują, a z ? na końcu, gdy nie masz pewności; 0 to żaden z nich
ask-profile = Jaka to firma?
ask-profile-none = żadna z tych
ask-remaining = { $n ->
    [one] zostało najwyżej { $n } pytanie
    [few] zostały najwyżej { $n } pytania
   *[other] zostało najwyżej { $n } pytań
  }
ask-earlier = Poprzednia odpowiedź: { $answer }. Enter ją zostawia.
ask-unknown = nie wiem
ask-prompt = >
ask-help-place = Rozstrzyga prawo tego miejsca.
ask-why-norm = Potrzebują tego przepisy: { $norms }
ask-why-decides = Rozstrzyga między: { $verdicts }.
ask-under = Przepisy: { $norms }.
ask-under-more = Przepisy: { $norms }; i jeszcze { $n } (w).
ask-conditional = Jeśli zachodzi coś, o co nie było pytań, także:
ask-conditional-duty = { $duty } (jeśli: { $question })
ask-conditional-more = I jeszcze { $n }; zobacz demur decide z tą sytuacją i --explain.
ask-withheld = klient nie powie
ask-why-profile = O to, co się nie zmienia, nie będzie wtedy pytań.
ask-not-understood = To tutaj nie jest odpowiedź: { $answer }
ask-first = To jest pierwsze pytanie.
ask-clash = Tak nie może być: { $facts }. Ostatnia odpowiedź jest cofnięta.
ask-clash-why = Bo { $reason }.
ask-stopped = Koniec w tym miejscu. Tyle wiadomo do tej pory:
ask-result = Odpowiedź
ask-saved = Zapisano: { $path }
ask-situation = Sytuacja
