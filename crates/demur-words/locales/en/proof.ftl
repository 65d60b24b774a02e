### What was proved of the library.

proof-scene-plain = On { $day }, an ordinary customer, nothing special: { $verdict }.
proof-scene-usual = On { $day }: { $facts }. Everything else is as on most days. The engine says: { $verdict }.
proof-scene-whatever = On { $day }: { $facts }. Whatever else may be the case, the engine says: { $verdict }.
proof-property = The pack promises: "{ $about }". Here it is not so. Change the norm, or say what the promise really is.
proof-trait = Without "{ $about }" among the reasons refusing would not be allowed; with it, it is. A norm probably says `includes only`: let it hold whatever else plays a part.
proof-clash = { $norms } stand on one layer; one forbids refusing, the other forbids serving. Staff break a rule whatever they do. Say which one yields.
proof-dead = { $norms } can never apply: no possible situation meets its conditions. Look for conditions that contradict each other, or for a norm that always takes it out.
proof-shadowed = Without { $norms } every opinion would be the same{ $n ->
    [0] .
   *[other] : what it says is said already by { $through }.
  } Remove it, or let it say something of its own.
proof-gap = No norm speaks of this, so refusing is allowed by mere silence. Say so in a norm, or forbid it.
proof-futile = { $norms } never takes effect: wherever it applies, { $through } { $n ->
    [one] decides
   *[other] decide
  } first. Remove it, or restrict it to what is left open.
proof-idle = The answer to "{ $about }" never matters. Remove the question, or look for the condition that should have used it.
proof-against-law = Your norm { $norms } would refuse; { $through } { $n ->
    [one] forbids
   *[other] forbid
  } it. Change the norm, or add `unless` with what the law protects.
proof-replaced = For that, these norms would have to go: { $norms }.
proof-title-trait = refusing also because of { $reason }
proof-title-clash = { $norms } clash
proof-title-gap = the law is silent
proof-title-futile = { $norms } does not take effect
proof-title-against-law = { $norms } against the law
proof-title-norm = { $norms }
proof-dependence = { $n ->
    [0] "{ $reason }" among the reasons never changes the verdict.
   *[other] "{ $reason }" among the reasons changes the verdict only through: { $norms }.
  }
proof-mismatch = Internal error: the solver found a situation that the engine judges otherwise. Nothing follows from this proof; please report it. Shown was to be: { $what }; the engine says: { $said }
proof-counts = { $norms } { $norms ->
    [one] norm
   *[other] norms
  }, { $spans } { $spans ->
    [one] period
   *[other] periods
  }, { $properties } { $properties ->
    [one] property
   *[other] properties
  } proved, { $findings } { $findings ->
    [one] finding
   *[other] findings
  }{ $accepted ->
    [0] { "" }
   *[other] { " " }({ $accepted } accepted)
  }
