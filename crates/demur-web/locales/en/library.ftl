### The law library, the house policy, providers.

law-title = Law
law-lead = Every norm by which the app judges, with its source, its days and how sure it is. Nothing here is legal advice.
law-search = Search the norms
law-search-hint = cash, assistance dog, art. 135
law-search-button = Search
law-pack = Country or collection
law-layer = Layer
law-any = all
law-on = In force on
law-on-wrong = Write a day as in 2026-11-24.
law-packs = Collections
law-as-of = Text as of { $day }.
law-pack-norms = { $n ->
    [one] { $n } norm.
   *[other] { $n } norms.
  }
law-count = { $n ->
    [one] { $n } norm
   *[other] { $n } norms
  }
law-in-force-on = in force on { $day }
law-nothing = Nothing was found
law-nothing-hint = Try fewer or other words, in Polish or English, or another day. Accents do not matter.
law-all-packs = All collections
law-pages = Pages
law-before = Earlier ones
law-after = More
law-norms = Norms
law-col-norm = Norm
law-col-says = What it does
law-col-layer = Layer, days
law-col-sure = How sure
law-verified = checked
law-recalled = from memory
law-contested = in dispute
law-provision = Provision { $id }
law-provision-lead = It consists of these norms.
law-not-in-force = This version is not in force today. It is shown because opinions about other days rest on it.
law-says = What it says
law-note = For staff
law-doubts = Doubts
law-author = In the words and the language of the author.
law-versions = Versions
law-version-here = (shown here)
law-facts = What it asks about
law-examples = Examples and rulings
law-examples-hint = Each is tried with every change of the program.
law-no-examples = No example shows this norm at work.
law-precedent = Ruling
law-known = Known at the time:
law-given = The situation
law-otherwise = everything else as usual
law-expected = The answer
law-prose = About the provision (in English)
law-code = Code
law-source = Source
law-cite = Citation
law-in-force = In force
law-yielding = Lower layers may set it aside
law-seen = Looked at on
law-never-seen = nobody wrote it down
law-id = Identifier
law-read-at = Read at
law-overrides = Takes precedence over
law-overridden-by = Gives way to
law-siblings = The same provision
law-fact-name = Name
law-fact-answer = Answer
law-fact-cost = Effort
law-fact-values = Possible answers
law-fact-norms = Norms that need the answer
law-fact-no-norms = No norm needs it by itself.
