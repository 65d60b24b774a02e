### Słowa wspólne.

list-and = { $start } i { $end }
list-or = { $start } lub { $end }

phrase-fact = { $question } { $answer }
phrase-yes = tak
phrase-no = nie
phrase-reasons = Podany powód: { $values }
phrase-only = tylko: { $values }
phrase-not = nie: { $values }
phrase-but-not = { $values }; nie: { $out }
phrase-and-more = { $values } i jeszcze { $n }
phrase-at-least = { $low } lub więcej
phrase-at-most = najwyżej { $high }
phrase-between = od { $low } do { $high }

tier-law = prawo
tier-code = zasady zawodu
tier-house = zasady firmy
tier-standard = dobra praktyka

confidence-verified = sprawdzone: widziano tekst lub wiarygodne omówienie
confidence-recalled = z pamięci: nikt nie otworzył źródła
confidence-contested = sporne: poważne źródła się nie zgadzają

cost-seen = widać przy ladzie
cost-ask = trzeba zapytać
cost-lookup = trzeba sprawdzić
cost-intrusive = pytamy tylko wtedy, gdy nic innego nie rozstrzyga

within-hours = w ciągu { $n } { $n ->
    [one] godziny
   *[other] godzin
  }
within-days = w ciągu { $n } { $n ->
    [one] dnia
   *[other] dni
  }
within-working-days = w ciągu { $n } { $n ->
    [one] dnia roboczego
   *[other] dni roboczych
  }
within-weeks = w ciągu { $n } { $n ->
    [one] tygodnia
   *[other] tygodni
  }
within-months = w ciągu { $n } { $n ->
    [one] miesiąca
   *[other] miesięcy
  }

channel-spoken = ustnie
channel-spoken-agitated = ustnie, do osoby wzburzonej
channel-spoken-ending = ustnie, na zakończenie kontaktu
channel-sms = SMS lub czat
channel-email = e-mail
channel-letter = list
channel-counter = tabliczka przy ladzie
channel-exclusion = pismo o wykluczeniu
channel-agent = odpowiedź agenta AI
