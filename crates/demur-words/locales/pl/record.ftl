### Rejestr: akta spraw, sprawdzanie i to, co może się nie udać.

record-role-desk = obsługa
record-role-decider = osoba decydująca
record-role-reviewer = osoba sprawdzająca
record-role-privacy = ochrona danych
record-role-auditor = audyt
record-role-admin = administracja
record-role-system = program

record-state-open = otwarta
record-state-decided = zdecydowana
record-state-notified = klient powiadomiony
record-state-appealed = odwołanie w toku
record-state-objected = sprzeciw w toku
record-state-closed = zamknięta

record-choice-serve = obsłużyć
record-choice-serve-differently = obsłużyć inaczej
record-choice-refuse = odmówić

record-undetermined = jeszcze nierozstrzygnięte

record-event-opened = otwarcie
record-event-decided = decyzja
record-event-confirmed = potwierdzenie decyzji
record-event-notified = powiadomienie klienta
record-event-corrected = poprawienie faktów
record-event-stated = dodanie stanowiska klienta
record-event-appeal-received = wpłynięcie odwołania
record-event-appeal-decided = rozpatrzenie odwołania
record-event-objection-received = wpłynięcie sprzeciwu
record-event-objection-decided = rozpatrzenie sprzeciwu
record-event-complaint-received = wpłynięcie skargi
record-event-debrief-offered = zaproponowanie rozmowy pracownikom
record-event-deadline-set = wyznaczenie terminu
record-event-held = wstrzymanie usunięcia z powodu sporu
record-event-hold-reviewed = ponowne sprawdzenie wstrzymania
record-event-hold-ended = koniec wstrzymania
record-event-hold-lapsed = wygaśnięcie wstrzymania
record-event-closed = zamknięcie
record-event-erased = usunięcie kontaktu i tekstów

record-field-words = Słowa decyzji
record-field-reason = Powód
record-field-facts = Fakty
record-field-note = Notatka dla osoby sprawdzającej

record-may-create = otwierać akt sprawy
record-may-decide = decydować
record-may-confirm = potwierdzać decyzji
record-may-notify = zapisywać powiadomień
record-may-correct = poprawiać faktów
record-may-override = przepuszczać odrzuconych tekstów
record-may-statement = zapisywać stanowiska klienta
record-may-receive = zapisywać odwołań i sprzeciwów
record-may-review = rozpatrywać odwołań i sprzeciwów
record-may-deadline = wyznaczać terminów
record-may-close = zamykać akt sprawy
record-may-find = szukać akt
record-may-show = oglądać akt sprawy
record-may-reveal = oglądać kontaktu i tekstów
record-may-reveal-superseded = oglądać zastąpionych wersji
record-may-hold = wstrzymywać usunięcia akt
record-may-erase = usuwać kontaktu i tekstów
record-may-export-access = wydawać danych o osobie
record-may-packet = eksportować dowodów sprawy
record-may-journal = sprawdzać dziennika
record-may-statistics = oglądać statystyk
record-may-retention = stosować okresów przechowywania
record-may-backup = tworzyć ani przywracać kopii zapasowych

record-none = Nie ma akt.
record-more = Jest więcej{ $medium ->
    [terminal] : --after "{ $next }"
   *[page] .
  }
record-due = termin { $day }
record-texts-gone-short = teksty usunięte
record-held-short = wstrzymane

record-case = Sprawa
record-head = : { $decision }, { $when }
record-undecided = nikt jeszcze nie zdecydował
record-warning = Uwaga
record-against-must-serve = To odmowa, choć opinia brzmi: trzeba obsłużyć. Jest decyzją firmy; nie powołuj się na prawo jako jej powód. Niech ktoś spojrzy na nią jeszcze raz.
record-towards-refusing = Opinia nie uzasadnia tej odmowy. Powód jest zapisany razem z nią.
record-towards-serving = Według opinii obsłużyć tu nie wolno.
record-withheld = { $question } (odpowiedzi nie przechowujemy)
record-some-trait = cecha chroniona
record-facts = Sprawa
record-opinion = Opinia: { $verdict }
record-decided-by = Decyzja: { $role }
record-ground = Podstawa: { $ground }
record-stands = Stan: { $state }
record-norms = Sprawdzone normy
record-because = bo: { $facts }
record-no-norm = Odpowiedź nie opiera się na żadnej normie.
record-not-met = Nie miało zastosowania: { $title } ({ $norm }), bo: { $fact }
record-rests-on = Uwzględnione fakty
record-turning = Co zmieniłoby wynik, każdy fakt z osobna
record-turn-yes = { $fact } Gdyby odpowiedź brzmiała tak: { $verdicts }
record-turn-no = { $fact } Gdyby odpowiedź brzmiała nie: { $verdicts }
record-turn-other = { $fact } Przy innej odpowiedzi możliwe byłoby: { $verdicts }
record-nothing-turns = Żaden pojedynczy fakt.
record-timeline = Przebieg
record-step = { $when }: { $event } ({ $role })
record-step-more = { $when }: { $event } ({ $role }): { $detail }
record-kept = Co jest przechowywane
record-texts-until = Kontakt i teksty zostaną usunięte { $day }.
record-texts-gone = Kontakt i teksty usunięto.
record-skeleton-until = Z całej reszty { $day } zostanie tylko liczba.
record-on-hold = Spór wstrzymuje usunięcie.
record-lawbook = Zbiór norm: { $hash }
record-version = Wersja: { $version }

record-access = Co o Tobie przechowujemy
record-access-lead = Stan na { $day }: { $n ->
    [one] jedna sprawa
    [few] { $n } sprawy
   *[other] { $n } spraw
  }, ze wszystkim, co { $n ->
    [one] w niej jest
   *[other] w nich jest
  }. Pracowników i inne osoby pominięto.
record-access-texts = Twój kontakt i to, co napisano
record-access-viewed = Kto oglądał kontakt i teksty
record-access-unseen = Nikt, poza tą odpowiedzią.
record-look = { $when }: { $role }, { $what }
record-look-texts = kontakt i teksty
record-look-superseded = wcześniejsze teksty
record-look-access = odpowiedź taka jak ta
record-look-packet = plik z dowodami
record-access-recipients = Komu to przekazano
record-access-nobody = Nikomu.
record-access-sources = Skąd to wiemy
record-access-from-you = Od Ciebie.
record-access-from-staff = Z tego, co nasi pracownicy widzieli i zapisali.
record-access-rights = O co możesz poprosić
record-right-access = O taką odpowiedź ponownie.
record-right-rectification = O poprawienie tego, co się nie zgadza, i dopisanie obok Twojej wypowiedzi.
record-right-erasure = O usunięcie, chyba że wstrzymuje je spór lub prawo.
record-right-restriction = Żeby nikt z tego nie korzystał, dopóki to podważasz.
record-right-objection = Możesz wnieść sprzeciw z powodów związanych z Twoją sytuacją.
record-right-complaint = Możesz złożyć skargę do urzędu ochrony danych i pójść do sądu.
record-access-copy = Swoją kopię tej odpowiedzi usuniemy do { $day }.

record-texts = Kontakt i teksty (dziennik odnotował, że je oglądasz)
record-customer = Klient: { $name } { $contact }
record-text-facts = Co się stało: { $text }
record-text-words = Słowa decyzji: { $text }
record-text-reason = Powód: { $text }
record-text-note = Dla osoby sprawdzającej: { $text }
record-text-statement = Klient mówi: { $text }
record-text-review = Rozpatrzenie: { $text }
record-text-notice = Powiadomienie ({ $channel })

record-opened = Akta { $case } są otwarte. Opinia: { $verdict }. Nikt jeszcze nie zdecydował.
record-decided = Akta { $case }: { $choice }. Opinia: { $verdict }.
record-told = Akta { $case }: zapisano, co powiedziano klientowi.
record-for-customer = Dla klienta
record-letter-case = Numer sprawy: { $case }
record-letter-code = Kod: { $code }
record-letter-why = Przekaż klientowi jedno i drugie. Kod widać tylko teraz; dzięki niemu klient udowodni później, co zapisano, nawet gdy wszystkie teksty będą już usunięte.
record-notice = To powiedz lub wyślij

hold-complaint = skarga
hold-appeal = odwołanie
hold-lawyers-letter = pismo od prawnika
hold-authoritys-letter = pismo z urzędu lub sądu
hold-injury = ktoś ucierpiał
hold-threat-of-claim = ktoś na piśmie zapowiedział dochodzenie roszczeń

answer-erasure-held = Na razie nie usuniemy danych w sprawie { $case }, bo jest spór: { $fact } ({ $day }). Są potrzebne do ustalenia, dochodzenia lub obrony roszczeń (art. 17 ust. 3 lit. e RODO). Sprawdzimy to ponownie do { $review }. Uwagi do tej odpowiedzi: { $contact }. Możesz złożyć skargę do { $authority } albo pójść do sądu.
answer-objection-rejected = Nie uwzględniamy sprzeciwu w sprawie { $case }, bo: { $why }. Decyzja zostaje. Uwagi do tej odpowiedzi: { $contact }. Możesz złożyć skargę do { $authority } albo pójść do sądu.
answer-authority = urzędu ochrony danych swojego kraju
answer-authority-pl = Prezesa Urzędu Ochrony Danych Osobowych
