### Biblioteka: przepisy, fakty, sprawdzanie i testy.

norm-head = { $id }: { $title }
norm-effect = Mówi: { $value }
norm-layer = Warstwa: { $value }
norm-in-force = Obowiązuje: { $value }
norm-cite = Przepis: { $value }
norm-url = Adres: { $value }
norm-source = Przeczytano w: { $value }
norm-seen = Sprawdzono dnia: { $value }
norm-confidence = Pewność: { $value }
norm-overrides = Wyłącza: { $value }
norm-note = Dla personelu: { $value }
norm-doubt = Wątpliwość (po angielsku): { $value }
norm-always = zawsze
norm-since = od { $from }
norm-until = do dnia przed { $to }
norm-during = od { $from } do dnia przed { $to }
norm-code = Kod
norm-examples = Przykłady
norm-example = { $day }: { $title }
norm-precedent = { $day }: { $title } ({ $docket })
norm-parts = Części

effect-forbid-refusing = nie odmawiaj
effect-forbid-refusing-because = nie odmawiaj z powodu: { $value }
effect-forbid-serving = nie obsługuj
effect-permit = wolno odmówić z powodu: { $value }
effect-entitle = wolno odmówić z powodu: { $value }; żadna zasada firmy tego nie odbierze
effect-needs-ground = odmowa wymaga uznanego powodu
effect-needs-ground-of = odmowa wymaga jednego z powodów: { $value }
effect-require-step = przed odmową: { $value }
effect-require-duty = przy odmowie: { $value }
effect-forbid-duty = przy odmowie nie wolno: { $value }
effect-suggest = zamiast odmowy: { $value }
effect-except = wyjątek od innych przepisów
effect-caution = uwaga: { $value }
effect-consequence = w razie odmowy: { $value }
effect-consequence-serving = w razie obsługi: { $value }

fact-head = { $name }: { $question }
fact-value = Odpowiedź: { $value }
fact-type = Rodzaj: { $value }
fact-cost = Nakład: { $value }
fact-owner = Pakiet: { $value }
fact-actionable = Personel może to zmienić.
fact-avoidable = Personel może zaproponować inne wyjście.
fact-never-ask = Nigdy o to nie pytamy.
fact-kind-bool = tak lub nie
fact-kind-one = jedna z tych odpowiedzi
fact-kind-some = dowolne z tych odpowiedzi

explain-ground = Powód odmowy: { $label }
explain-step = Przed odmową: { $label }
explain-duty = Przy odmowie: { $label }
explain-measure = Zamiast odmowy: { $label }
explain-profile = Firma: { $label }
explain-norms = Przepisy: { $norms }

facts-head = { $n ->
    [one] { $n } fakt
    [few] { $n } fakty
   *[other] { $n } faktów
  }

law-pack = { $id }: { $title } ({ $layer }, { $place }, wersja { $version }, { $n ->
    [one] { $n } przepis
    [few] { $n } przepisy
   *[other] { $n } przepisów
  })
law-everywhere = wszędzie
law-norm = { $layer }, { $force }, { $confidence }: { $title }
law-counts = { $packs ->
    [one] { $packs } pakiet
    [few] { $packs } pakiety
   *[other] { $packs } pakietów
  }, { $norms ->
    [one] { $norms } przepis
    [few] { $norms } przepisy
   *[other] { $norms } przepisów
  }, { $facts ->
    [one] { $facts } fakt
    [few] { $facts } fakty
   *[other] { $facts } faktów
  }, { $tests ->
    [one] { $tests } przykład lub precedens
    [few] { $tests } przykłady i precedensy
   *[other] { $tests } przykładów i precedensów
  }
law-found = { $errors ->
    [0] bez błędów
    [one] { $errors } błąd
    [few] { $errors } błędy
   *[other] { $errors } błędów
  }, { $warnings ->
    [0] bez ostrzeżeń
    [one] { $warnings } ostrzeżenie
    [few] { $warnings } ostrzeżenia
   *[other] { $warnings } ostrzeżeń
  }
law-tested = { $norms ->
    [one] { $norms } przepis
    [few] { $norms } przepisy
   *[other] { $norms } przepisów
  }; zaliczone: { $examples } { $examples ->
    [one] przykład
    [few] przykłady
   *[other] przykładów
  }, { $precedents } { $precedents ->
    [one] precedens
    [few] precedensy
   *[other] precedensów
  }, { $checks } { $checks ->
    [one] sprawdzenie
    [few] sprawdzenia
   *[other] sprawdzeń
  }; niezaliczone: { $failed }
law-checks-skipped = Pominięto sprawdzenia całej biblioteki; odbywają się bez filtra.
law-no-dictionary = Pisowni nie sprawdzono: brak słowników en_GB i pl_PL w { $folders }; zainstaluj pakiety Debiana hunspell-en-gb i hunspell-pl albo wskaż folder opcją --spelling.
law-no-tests = żaden przykład ani precedens nie pasuje do `{ $filter }`
law-formatted = sformatowano: { $path }
law-unformatted = układ nie jest kanoniczny: { $path }
law-format-hint = naprawia to `demur law fmt`
law-format-counts = { $files ->
    [one] { $files } plik
    [few] { $files } pliki
   *[other] { $files } plików
  }, do zmiany: { $changed }
law-format-done = { $files ->
    [one] { $files } plik
    [few] { $files } pliki
   *[other] { $files } plików
  }, zmienionych: { $changed }
law-woven = { $n ->
    [one] zapisano { $n } stronę
    [few] zapisano { $n } strony
   *[other] zapisano { $n } stron
  }; zacznij od { $start }
law-exported = zapisano { $path }
mutate-norm = żaden przykład nie zauważa braku `{ $norm }`
mutate-without = żaden przykład nie zauważa `{ $norm }` bez `{ $was }`
mutate-instead = żaden przykład nie zauważa `{ $norm }` z `{ $is }` zamiast `{ $was }`
mutate-exception-without = żaden przykład nie zauważa wyjątku od `{ $norm }` bez `{ $was }`
mutate-exception-instead = żaden przykład nie zauważa wyjątku od `{ $norm }` z `{ $is }` zamiast `{ $was }`
mutate-version = (obowiązuje od { $from })
mutate-suggest = Ten by zauważył:
mutate-sharper = Zauważy go przykład w { $place } z dodanym `expect { $more }`.
mutate-stale = `mutants.txt` dopuszcza zmianę, która jest wykrywana albo nie istnieje: { $key }
mutate-pack = { $pack }: wykryto { $score } %: { $caught } z { $all } { $all ->
    [one] zmiany
   *[other] zmian
  }; { $survived } { $survived ->
    [one] niewykryta
    [few] niewykryte
   *[other] niewykrytych
  }, w tym { $accepted } { $accepted ->
    [one] dopuszczona
    [few] dopuszczone
   *[other] dopuszczonych
  }; ponadto { $equivalent } { $equivalent ->
    [one] niczego nie zmienia
    [few] niczego nie zmieniają
   *[other] niczego nie zmienia
  }
mutate-all = razem
mutate-below = Wynik jest poniżej progu { $floor } %.
mutate-progress = { $done } z { $all } zmian
error-no-norm = żadna norma nie nazywa się `{ $norm }`; nazwy podaje `demur law list`
