### The library: lists, checks and tests.

explain-ground = Reason to refuse: { $label }
explain-step = Before refusing: { $label }
explain-duty = When refusing: { $label }
explain-measure = Instead of refusing: { $label }
explain-profile = Business: { $label }
explain-norms = Norms: { $norms }

facts-head = { $n ->
    [one] { $n } fact
   *[other] { $n } facts
  }

law-pack = { $id }: { $title } ({ $layer }, { $place }, version { $version }, { $n ->
    [one] { $n } norm
   *[other] { $n } norms
  })
law-everywhere = everywhere
law-norm = { $layer }, { $force }, { $confidence }: { $title }
law-counts = { $packs ->
    [one] { $packs } pack
   *[other] { $packs } packs
  }, { $norms ->
    [one] { $norms } norm
   *[other] { $norms } norms
  }, { $facts ->
    [one] { $facts } fact
   *[other] { $facts } facts
  }, { $tests ->
    [one] { $tests } example or precedent
   *[other] { $tests } examples and precedents
  }
law-found = { $errors ->
    [0] no errors
    [one] { $errors } error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] { $warnings } warning
   *[other] { $warnings } warnings
  }
law-tested = { $norms ->
    [one] { $norms } norm
   *[other] { $norms } norms
  }; passed: { $examples } { $examples ->
    [one] example
   *[other] examples
  }, { $precedents } { $precedents ->
    [one] precedent
   *[other] precedents
  }, { $checks } { $checks ->
    [one] check
   *[other] checks
  }; failed: { $failed }
law-checks-skipped = The checks of the whole library were skipped; they run without a filter.
law-no-dictionary = Spelling was not checked: no dictionaries en_GB and pl_PL in { $folders }; install Debian's hunspell-en-gb and hunspell-pl, or name a folder with --spelling.
law-no-tests = no example and no precedent fits `{ $filter }`
law-formatted = formatted: { $path }
law-unformatted = not in canonical layout: { $path }
law-format-hint = `demur law fmt` mends it
law-format-counts = { $files ->
    [one] { $files } file
   *[other] { $files } files
  }, { $changed } to change
law-format-done = { $files ->
    [one] { $files } file
   *[other] { $files } files
  }, { $changed } changed
law-woven = wrote { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }; start with { $start }
law-exported = wrote { $path }
mutate-norm = no example notices that `{ $norm }` is missing
mutate-without = no example notices `{ $norm }` without `{ $was }`
mutate-instead = no example notices `{ $norm }` with `{ $is }` instead of `{ $was }`
mutate-exception-without = no example notices an exception of `{ $norm }` without `{ $was }`
mutate-exception-instead = no example notices an exception of `{ $norm }` with `{ $is }` instead of `{ $was }`
mutate-version = (in force from { $from })
mutate-suggest = This would:
mutate-sharper = The example at { $place } would, with `expect { $more }`.
mutate-stale = `mutants.txt` accepts a mutant that is caught or does not exist: { $key }
mutate-pack = { $pack }: { $score } % caught: { $caught } of { $all } mutants; { $survived } { $survived ->
    [one] survives
   *[other] survive
  }, { $accepted } of them accepted; { $equivalent } more change nothing
mutate-all = all
mutate-below = The score is below the floor of { $floor } %.
mutate-progress = { $done } of { $all } mutants
error-no-norm = no norm is called `{ $norm }`; `demur law list` names them
