### Co udowodniono o bibliotece.

proof-scene-plain = Dnia { $day } zwykły klient, nic szczególnego: { $verdict }.
proof-scene-usual = Dnia { $day }: { $facts }. Poza tym wszystko jak zwykle. Ocena: { $verdict }.
proof-scene-whatever = Dnia { $day }: { $facts }. Cokolwiek jeszcze zachodzi, ocena brzmi: { $verdict }.
proof-property = Pakiet obiecuje: „{ $about }”. Tu tak nie jest. Zmień normę albo napisz, co naprawdę obiecujesz.
proof-trait = Gdyby wśród powodów nie było „{ $about }”, odmowa nie byłaby dozwolona; z tym powodem jest. Pewnie norma mówi `includes only`: niech obowiązuje niezależnie od innych powodów.
proof-clash = { $norms } stoją na jednej warstwie; jedna zakazuje odmowy, druga obsługi. Obsługa łamie regułę, cokolwiek zrobi. Napisz, która ustępuje.
proof-dead = { $norms } nigdy się nie stosuje: żadna możliwa sytuacja nie spełnia jej warunków. Poszukaj warunków, które się wykluczają, albo normy, która zawsze ją wyłącza.
proof-shadowed = Bez { $norms } każda opinia byłaby taka sama{ $n ->
    [0] .
   *[other] : to samo mówi już { $through }.
  } Usuń ją albo niech mówi coś własnego.
proof-gap = Żadna norma o tym nie mówi, więc odmowa jest dozwolona przez samo milczenie. Napisz to w normie albo jej zakaż.
proof-futile = { $norms } nigdy nie działa: gdziekolwiek się stosuje, wcześniej { $n ->
    [one] rozstrzyga
   *[other] rozstrzygają
  } { $through }. Usuń ją albo ogranicz do tego, co zostaje otwarte.
proof-idle = Odpowiedź na „{ $about }” nigdy nie ma znaczenia. Usuń pytanie albo znajdź warunek, który miał z niego korzystać.
proof-against-law = Twoja norma { $norms } kazałaby odmówić; { $n ->
    [one] zakazuje
   *[other] zakazują
  } tego { $through }. Zmień normę albo dodaj `unless` z tym, co chroni prawo.
proof-replaced = Musiałyby wtedy zniknąć: { $norms }.
proof-title-trait = odmowa także z powodu: { $reason }
proof-title-clash = { $norms } są sprzeczne
proof-title-gap = prawo milczy
proof-title-futile = { $norms } nie działa
proof-title-against-law = { $norms } wbrew prawu
proof-title-norm = { $norms }
proof-dependence = { $n ->
    [0] „{ $reason }” wśród powodów nigdy nie zmienia oceny.
   *[other] „{ $reason }” wśród powodów zmienia ocenę tylko przez: { $norms }.
  }
proof-mismatch = Błąd wewnętrzny: solver znalazł sytuację, którą silnik ocenia inaczej. Z tego dowodu nic nie wynika; zgłoś to. Miało być: { $what }; silnik mówi: { $said }
proof-counts = { $norms } { $norms ->
    [one] norma
    [few] normy
   *[other] norm
  }, { $spans } { $spans ->
    [one] okres
    [few] okresy
   *[other] okresów
  }, udowodniono { $properties } { $properties ->
    [one] własność
    [few] własności
   *[other] własności
  }, { $findings } { $findings ->
    [one] ustalenie
    [few] ustalenia
   *[other] ustaleń
  }{ $accepted ->
    [0] { "" }
   *[other] { " " }({ $accepted } przyjętych)
  }
