### Words that all parts share.

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

channel-spoken = spoken
channel-spoken-agitated = spoken to somebody upset
channel-spoken-ending = spoken when the contact ends
channel-sms = SMS or chat
channel-email = e-mail
channel-letter = letter
channel-counter = sign at the counter
channel-exclusion = notice of an exclusion
channel-agent = reply of an AI agent
