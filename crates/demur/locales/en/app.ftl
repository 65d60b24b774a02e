### Words that all parts share, the welcome and the errors.

list-and = { $start } and { $end }
list-or = { $start } or { $end }

phrase-fact = { $question } { $answer }
phrase-yes = yes
phrase-no = no
phrase-reasons = The reason given: { $values }
phrase-only = only: { $values }
phrase-not = not: { $values }
phrase-but-not = { $values }; not: { $out }
phrase-and-more = { $values } and { $n } more
phrase-at-least = { $low } or more
phrase-at-most = at most { $high }
phrase-between = { $low } to { $high }

tier-law = law
tier-code = professional rules
tier-house = house policy
tier-standard = good practice

confidence-verified = checked: the text or a reliable account of it was seen
confidence-recalled = from memory: nobody opened the source
confidence-contested = disputed: serious authorities disagree

cost-seen = seen at the counter
cost-ask = has to be asked
cost-lookup = has to be looked up
cost-intrusive = asked only when nothing else decides

within-hours = within { $n } { $n ->
    [one] hour
   *[other] hours
  }
within-days = within { $n } { $n ->
    [one] day
   *[other] days
  }
within-working-days = within { $n } working { $n ->
    [one] day
   *[other] days
  }
within-weeks = within { $n } { $n ->
    [one] week
   *[other] weeks
  }
within-months = within { $n } { $n ->
    [one] month
   *[other] months
  }

welcome-title = Demur
welcome-what = answers "May I refuse to serve this customer?" by law and by your own policy, and shows why. A person decides.
welcome-try = Try
welcome-ask = one question at a time, until the answer is fixed
welcome-decide = the answer to a situation in a file
welcome-explain = a provision with its source and its doubts
welcome-help = everything else: demur --help

error-word = error
error-no-file = cannot find `{ $path }`; check the name, or use `-` to read from a pipe
error-unreadable = cannot read `{ $path }`: { $reason }
error-unwritable = cannot write `{ $path }`: { $reason }
error-not-woven = `{ $path }` holds something else than woven pages; name a new or empty folder, or empty it first
error-no-export-form = say in which form: `--format cedar` or `--format json`
error-output = cannot write the answer: { $reason }
error-no-place = no pack speaks of the place `{ $place }`; places are { $places }
error-no-profile = there is no profile `{ $profile }`; profiles are { $profiles }
error-no-profiles = there is no profile `{ $profile }`: these packs have none
error-bad-day = `{ $day }` is not a day; write it like 2026-11-22
error-unknown-name = nothing is called `{ $name }`
error-did-you-mean = did you mean `{ $near }`?
error-see-lists = `demur law list` shows the norms, `demur facts` the facts
error-no-pack = there is no pack `{ $pack }`; packs are { $packs }
error-broken-packs = { $n ->
    [one] the law packs have { $n } error; nothing can be answered before it is mended
   *[other] the law packs have { $n } errors; nothing can be answered before they are mended
  }

batch-judged = { $count ->
    [one] { $count } opinion in `{ $path }`
   *[other] { $count } opinions in `{ $path }`
}
batch-rejected = { $count ->
    [one] { $count } row without an opinion; what is wrong with it is in `{ $path }`
   *[other] { $count } rows without an opinion; what is wrong with each is in `{ $path }`
}
error-batch-layout = `{ $path }` should end in .jsonl, .csv or .parquet, so that its layout is known
error-batch-file = cannot use `{ $path }`: { $reason }
error-batch-broken = `{ $path }` is not what its name says: { $reason }
error-batch-column = no fact is called `{ $column }`; columns are named after facts (see `demur facts`), or id, at, place, profile
error-batch-column-near = no fact is called `{ $column }`; did you mean `{ $near }`? Columns are named after facts (see `demur facts`), or id, at, place, profile
