### Biblioteka: listy, sprawdzanie i testy.

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
