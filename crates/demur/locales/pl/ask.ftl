### Rozmowa w terminalu.

ask-start = Jeśli czyjeś życie jest teraz zagrożone: najpierw zadzwoń pod 112.
ask-commands = Zawsze można: ? pomoc, w dlaczego pytamy, d nie wiem, x klient nie powie, b wstecz, q koniec.
ask-yes-no = t tak, n nie
ask-number = liczba od { $low } do { $high }
ask-one = jeden numer
ask-some = jeden lub kilka numerów, 0 to żaden z nich
ask-boxes = numery, które pasują, a z ? na końcu, gdy nie masz pewności; 0 to żaden z nich
ask-earlier = Poprzednia odpowiedź: { $answer }. Enter ją zostawia.
ask-prompt = >
ask-not-understood = To tutaj nie jest odpowiedź: { $answer }
ask-first = To jest pierwsze pytanie.
ask-stopped = Koniec w tym miejscu. Tyle wiadomo do tej pory:
ask-result = Odpowiedź
ask-saved = Zapisano: { $path }
ask-situation = Sytuacja
