### What can go wrong with the record.

store-basis-missing = What makes keeping this record lawful is missing: { $field ->
    [record_class] its class
    [lawful_basis] its lawful basis
    [purpose] its purpose
    [retention_rule] the rule that ends it
   *[other] { $field }
  }. Nothing was written.
store-basis-not-allowed = { $why } Choose another basis or class. Nothing was written.
store-forbidden = The role { $role } may not { $operation }. { $medium ->
    [terminal] That is for: { $roles }. Say who you are, such as --as { $first }:s-0001.
   *[page] That is for: { $names }.
  }
store-four-eyes = Somebody else has to do this: two pairs of eyes are asked for.
store-not-found = There is no case file { $case } that you may see. Look at the number{ $medium ->
    [terminal] ; `demur case list` shows what there is.
   *[page] .
  }
store-conflict = { $case } was changed in the meantime by: { $role }. You have read version { $expected }, now it is version { $actual }. Nothing was written: { $medium ->
    [terminal] look at it again with `demur case show { $case }`.
   *[page] open it again and repeat your change.
  }
store-request-reused = { $medium ->
    [terminal] This --request was used before for something else. Nothing was written; leave it out or take a new one.
   *[page] This was sent before with something else in it. Nothing was written; open the page again and send it once more.
  }
store-state = { $case }: this cannot be done now, the case file is: { $state }. Nothing was written.
store-document = { $place }: { $why } Nothing was written.
store-text-rejected = { $field }: { $hint } Nothing was written. Write what was done, not who somebody is.
store-words-not-own = These are the words of the opinion. Say in your own words why you decide so. Nothing was written.
store-reason-missing = The opinion does not carry a refusal here. Serve, or say { $medium ->
    [terminal] with --reason "…" why you refuse all the same.
   *[page] why you refuse all the same.
  } Nothing was written.
store-grounds-untested = Before a refusal the protected grounds have to be asked for. { $medium ->
    [terminal] Answer `refusal.reasons` in the situation honestly and in full, such as: refusal.reasons: [conduct].
   *[page] Answer the question about the reasons honestly and in full.
  } Nothing was written.
store-ground-stop = A protected ground plays a part in this. It must not be a reason, so there is no refusal: serve, or serve another way. Nothing was written.
store-minor = The customer may be a child, so this record is not made.
store-hold-without-fact = A hold needs a fact that shows a dispute, such as a complaint, and its day.
store-held = { $case } is held because of a dispute and cannot be erased before the hold ends.
store-key-destroyed = Contact and texts of { $case } were erased. Nobody can read them any more.
store-key-missing = The key store has no key for { $case }. Put back the key store that belongs to this record{ $medium ->
    [terminal] {" "}(--keys).
   *[page] .
  }
store-master-key = Master key: { $why } Use the key that belongs to this record: the file in the configuration folder, or DEMUR_MASTER_KEY.
store-prolonged = Retention: { $months } months for { $kept ->
    [texts] contact and texts
   *[skeleton] the skeleton
  } is longer than { $most } months, the most of this profile. Shorten it, or write down a reason as the privacy role.
store-replay-pending = The record is older than { $erasures } erasures of its key store. { $medium ->
    [terminal] Open it once with `demur case list`, which repeats them.
   *[page] Start this program anew, which repeats them.
  }
store-schema-newer = The record was written by a newer version of this program: use that one.
store-clock-backwards = The clock says { $now }, but the newest entry of the journal is of { $last }. Nothing was written: set the clock right and try again.
store-works-agreement = Figures about single members of staff need a works agreement.
store-backup = Backup: { $why } Nothing was changed.
store-disk-full = The disk is full. Nothing of this was written, everything before is safe. Free some space and try again.
store-read-only = The record takes no changes: its file or server is read-only. Nothing was written; give this program the right to write.
store-busy = Another program holds the record. Nothing was written; try again in a moment.
store-connection-lost = The database does not answer. { $medium ->
    [terminal] Try again with the same --request, then nothing is written twice; without one look with `demur case list` first.
   *[page] Try again on this same page, then nothing is written twice.
  }
store-not-durable = The database runs with { $setting }, so that an answered write might be lost. Switch it on.
store-damaged = The record is damaged or belongs to another program ({ $why }). Change nothing, and put back a backup.
store-database = The database did not do it. { $why }
store-file = { $path }: { $why }
store-closed = The record was closed before it answered. { $medium ->
    [terminal] Try again with the same --request.
   *[page] Try again on this same page, then nothing is written twice.
  }

store-invalid = { $field }: { $why }. Nothing was written.
store-invalid-words = { $medium ->
    [terminal] --words: 40 to 600 characters in your own words.
   *[page] The words of the decision have 40 to 600 characters and are your own.
  } Nothing was written.
store-invalid-reason = { $medium ->
    [terminal] --reason: 20 to 600 characters.
   *[page] The reason has 20 to 600 characters.
  } Nothing was written.
store-invalid-facts = { $medium ->
    [terminal] --facts: 1 to 600 characters.
   *[page] What happened is told in 1 to 600 characters.
  } Nothing was written.
store-invalid-note = { $medium ->
    [terminal] --note: 1 to 300 characters.
   *[page] The note to the reviewer has 1 to 300 characters.
  } Nothing was written.
store-invalid-statement = The customer's statement has 1 to 600 characters. Nothing was written.
store-invalid-notice = The text of a notice has 1 to 20,000 characters. Nothing was written.
store-invalid-pseudonym = A pseudonym is s- and 4 to 12 lower-case letters and digits, at least one of them a digit, such as s-0001: never a name.
store-invalid-number = A case number looks like SHOP-2026-7K3M9QD2.
store-invalid-contact = This is no contact of its kind. Write { $medium ->
    [terminal] email:a@example.org or phone:+48 600 100 200.
   *[page] an e-mail address such as a@example.org, or a telephone number such as +48 600 100 200.
  }
store-invalid-identity = What is kept about the person has at most 200 characters; a refusal to somebody unknown keeps nothing about the person. Nothing was written.
store-invalid-used = The contact that carries the notice is not among those that were given. Nothing was written.
store-invalid-request = { $medium ->
    [terminal] --request has 8 to 64 letters, digits, - and _.
   *[page] An idempotency key has 8 to 64 letters, digits, - and _.
  }
store-invalid-site = { $medium ->
    [terminal] --site is one word of letters, digits, - and _, such as shop2.
   *[page] The name of a site is one word of letters, digits, - and _, such as shop2.
  }
store-invalid-limit = { $medium ->
    [terminal] --limit is 1 to 200.
   *[page] A page has 1 to 200 case files.
  }
store-invalid-after = { $medium ->
    [terminal] --after is what the page before gave.
   *[page] This page of the list cannot be found; begin at the first one.
  }
store-invalid-keys = Record and keys need two databases{ $medium ->
    [terminal] : give --keys another one than --db.
   *[page] .
  }
store-invalid-name = A ground or an offer is one word of letters, digits, ., - and _, such as another_time.
store-invalid-coded = { $field }: one word of letters, digits, ., - and _ is needed. Nothing was written.
store-invalid-seconds = The time that the decision took cannot be below zero. Nothing was written.
store-invalid-grounds = Only protected grounds of the law library are tested, never what somebody is. Nothing was written.
store-invalid-kind = This cannot be received: an appeal, an objection, a complaint or an offer to staff can. Nothing was written.
store-invalid-day = A day to come is needed. Nothing was written.
store-invalid-retention = A period cannot be below zero. Nothing was changed.
store-invalid-end = Warnings and exclusions have an end, and it must not be later than the profile allows. Nothing was written.
store-invalid-version = This letter was written by another version of this program, which this one cannot check.
store-invalid-text = This text cannot be kept: it is too long. Nothing was written.
store-invalid-dimensions = Say by what to count: name at least one dimension.

store-why-basis = The lawful basis `{ $basis }` does not carry a record of class `{ $class }`.
store-why-purpose = `{ $purpose }` is not what a record of class `{ $class }` is for.
store-why-too-deep = this is nested too deeply.
store-why-free-text = free text does not belong here; a coded value is one word.
store-why-not-whole = only whole numbers are kept.
store-why-no-place = the record has no place for this.
store-why-not-an-object = names with values are needed here.
store-why-no-day = the day on which it happened is needed, and it is not in the future.
store-why-not-named = this is missing, though every opinion of this program names it.
store-why-backup-changed = the file was changed since it was made.
store-why-backup-short = the file ends too early.
store-why-not-a-backup = this is not a backup of Demur.
store-why-backup-unknown = the file has something in it that this program does not know.
store-why-not-empty = the database is not empty. Restore into a new one.
store-why-key-malformed = 64 hexadecimal digits are needed.
store-why-key-of-another = it is not the one that this key store was made with.
store-why-key-open = others may read { $path }. Take their rights away (chmod 600).
store-why-key-gone = { $path } is not there, but { $keys } has keys that it opens. Put it back.
store-why-keys-gone = the keys of this record are not here. Put them back{ $medium ->
    [terminal] , or name their place with --keys.
   *[page] .
  }
store-why-old-server = It is PostgreSQL { $version }; version 15 or newer is needed.
store-why-technical = { $said }

store-stale = Somebody else changed this in the meantime. Nothing was overwritten: look at it again and repeat your change.
store-missing = This is no longer there; perhaps somebody else removed it.
store-last-admin = This is the last person who may let others in. Give that role to somebody else first.
store-disabled = The access of this person is switched off. Whoever runs the app can switch it on.
store-session-over = The session has ended. Sign in again.
store-invalid-login = This name cannot be used for signing in: it is taken, empty, too long, or has characters that cannot be seen.
store-invalid-roles = Choose at least one role. A key for a program has no more roles than the person for whom it acts.
store-invalid-person = Switch their access off first; then they can be removed.
store-invalid-size = This is too long: at most 1 MiB can be kept.
store-invalid-path = A name consists of small letters without accents, digits, hyphens and full stops; folders are divided by a slash.
store-invalid-house = This database has the record in it. People and settings need another one, so that the record names nobody.
