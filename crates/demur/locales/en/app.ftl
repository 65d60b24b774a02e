### The welcome and the errors.

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
