### Rejestr: akta spraw, sprawdzanie i to, co może się nie udać.

record-no-home = Nie ma katalogu domowego, więc nie wiadomo, gdzie jest rejestr. Wskaż go: --db PLIK --keys PLIK.
record-not-there = W { $path } nie ma jeszcze rejestru. Utworzy go `demur case record`; inne miejsce wskaż przez --db.
record-who = Kim jesteś? Napisz --as ROLA:PSEUDONIM, np. --as privacy:s-0001; role to desk, decider, reviewer, privacy, auditor i admin.
record-contact = Kontakt to RODZAJ:WARTOŚĆ; rodzaje to email, phone, post i account, np. email:a@example.org.
record-notice-lacks = W piśmie zostałyby luki, a tego, czego nie powiedziano, nie zapisujemy jako powiedziane. Uzupełnij przez --set MIEJSCE="…": { $places }. Nic nie zapisano.
record-no-proof = { $path } nie jest ani listem klienta, ani wyeksportowanym pakietem. Podaj plik JSON tak, jak zapisał go `demur case record --letter` albo `demur case export`.

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
record-more = Jest więcej: --after "{ $next }"
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

record-exported = Zapisano w { $path }. Tylko ty możesz to czytać; usuń najpóźniej po 30 dniach.
record-erased = Kontakt i teksty sprawy { $case } usunięto (wpis { $seq } w dzienniku). W starych kopiach zapasowych usunięcie powtórzy się przy przywracaniu.
record-backed-up = Kopię zapisano w { $path }, wierszy: { $rows }. Nie ma w niej kluczy: skopiuj też bazę kluczy w inne miejsce.
record-restored = Przywrócono wierszy: { $rows }. { $n ->
    [0] Od tamtej pory niczego nie usunięto.
    [one] Powtórzono jedno późniejsze usunięcie.
    [few] Powtórzono { $n } późniejsze usunięcia.
   *[other] Powtórzono { $n } późniejszych usunięć.
  }

record-intact = Rejestr jest taki, jak go zapisano; sprawdzono { $n ->
    [one] jeden wpis
    [few] { $n } wpisy
   *[other] { $n } wpisów
  }. Zachowaj ten skrót poza tym komputerem: { $seq } { $hash }
record-broken = Rejestr zmieniono: wpis { $seq } w dzienniku, { $why }. Nic więcej nie zmieniaj, zrób kopię i porównaj z ostatnią kopią zapasową.
record-letter-match = { $case }: ZGODNE, bez zmian. List należy do tej sprawy, a zapis jest taki jak tamtego dnia.
record-letter-altered = { $case }: ZMIENIONE. List albo zapis nie jest taki jak w dniu decyzji.
record-letter-unknown = { $case }: nieznane. W rejestrze nie ma takiej sprawy, nikt w niej nie zdecydował albo jej czas minął.
record-packet-fine = Pakiet sprawy { $case }: taki, jak go zapisano; dziennik potwierdza zdarzenia: { $proved } z { $events }.
record-packet-journal = Dziennik: wpisy nie prowadzą do skrótu końcowego.
record-packet-timeline = Przebieg: zdarzenie nie jest takie, jak je zapisano.
record-packet-documents = Sytuacja lub opinia: nie ta, o której zdecydowano.
record-packet-skeleton = Szkielet: niezgodny z decyzją.
record-packet-letter = List: ZMIENIONE albo inny kod.
record-packet-no-letter = W pakiecie nie ma listu: podaj programowi `demur verify` także list klienta.

store-basis-missing = Brakuje tego, co pozwala prowadzić ten zapis: { $field }. Nic nie zapisano.
store-basis-not-allowed = { $why }. Nic nie zapisano.
store-forbidden = W roli „{ $role }” nie można { $operation }. Mogą to: { $roles }. Powiedz, kim jesteś, np. --as { $first }:s-0001.
store-four-eyes = To musi zrobić ktoś inny: potrzebne są dwie pary oczu.
store-not-found = Nie ma akt { $case }, które możesz oglądać. Sprawdź numer; `demur case list` pokaże, co jest.
store-conflict = Akta { $case } w tym czasie zmieniono; kto: { $role }. Znasz wersję { $expected }, teraz jest { $actual }. Nic nie zapisano: obejrzyj je jeszcze raz przez `demur case show { $case }`.
store-request-reused = Tego --request użyto już do czegoś innego. Nic nie zapisano; pomiń go albo podaj nowy.
store-state = { $case }: teraz nie da się tego zrobić, stan akt: { $state }. Nic nie zapisano.
store-document = { $place }: { $why }. Nic nie zapisano.
store-text-rejected = { $field }: { $hint } Nic nie zapisano. Napisz, co się stało, a nie, kim ktoś jest.
store-words-not-own = To są słowa opinii. Powiedz własnymi słowami, dlaczego tak decydujesz. Nic nie zapisano.
store-reason-missing = Opinia nie uzasadnia tu odmowy. Obsłuż albo powiedz przez --reason "…", dlaczego mimo to odmawiasz. Nic nie zapisano.
store-grounds-untested = Przed odmową trzeba zapytać o cechy chronione. Odpowiedz w sytuacji szczerze i w całości na `refusal.reasons`, np. refusal.reasons: [conduct]. Nic nie zapisano.
store-ground-stop = Ma w tym udział cecha chroniona. Nie może być powodem, więc odmowy nie będzie: obsłuż albo obsłuż inaczej. Nic nie zapisano.
store-minor = Klientem może być dziecko, więc ten zapis nie powstanie.
store-hold-without-fact = Wstrzymanie wymaga faktu, który świadczy o sporze, np. skargi, i jego dnia.
store-held = Usunięcie akt { $case } wstrzymano z powodu sporu; będzie możliwe, gdy wstrzymanie się skończy.
store-key-destroyed = Kontakt i teksty sprawy { $case } usunięto. Nikt już ich nie odczyta.
store-key-missing = W bazie kluczy nie ma klucza do { $case }. Przywróć bazę kluczy, która należy do tego rejestru (--keys).
store-master-key = Klucz główny: { $why }. Użyj klucza, który należy do tego rejestru: z pliku w katalogu ustawień albo z DEMUR_MASTER_KEY.
store-prolonged = Przechowywanie: { $period } to dłużej niż { $most } mies., najwięcej w tym profilu.
store-replay-pending = Rejestr jest starszy niż usunięcia w bazie kluczy (liczba: { $erasures }). Otwórz go raz przez `demur case list`, to je powtórzy.
store-schema-newer = Rejestr zapisała nowsza wersja tego programu: użyj jej.
store-clock-backwards = Zegar pokazuje { $now }, a najnowszy wpis w dzienniku jest z { $last }. Nic nie zapisano: ustaw zegar i spróbuj ponownie.
store-works-agreement = Dane o pojedynczych pracownikach wymagają porozumienia z załogą.
store-backup = Kopia zapasowa: { $why }. Nic nie zmieniono.
store-disk-full = Dysk jest pełny. Niczego z tego nie zapisano, wszystko wcześniejsze jest bezpieczne. Zwolnij miejsce i spróbuj ponownie.
store-read-only = Rejestr nie przyjmuje zmian: plik lub serwer jest tylko do odczytu. Nic nie zapisano; daj temu programowi prawo zapisu.
store-busy = Inny program zajmuje rejestr. Nic nie zapisano; spróbuj za chwilę.
store-connection-lost = Baza danych nie odpowiada. Spróbuj z tym samym --request, wtedy nic nie zapisze się dwa razy; bez niego zajrzyj najpierw do `demur case list`.
store-not-durable = Baza działa z { $setting }, więc potwierdzony zapis mógłby zginąć. Włącz to.
store-damaged = Rejestr jest uszkodzony albo należy do innego programu ({ $why }). Nic nie zmieniaj i przywróć kopię zapasową.
store-database = Baza danych odpowiada: { $why }
store-file = { $path }: { $why }
store-closed = Rejestr zamknięto, zanim odpowiedział. Spróbuj z tym samym --request.
store-invalid = { $field }: { $why }. Nic nie zapisano.
store-invalid-words = --words: od 40 do 600 znaków, własnymi słowami. Nic nie zapisano.
store-invalid-reason = --reason: od 20 do 600 znaków. Nic nie zapisano.
store-invalid-facts = --facts: od 1 do 600 znaków. Nic nie zapisano.
store-invalid-note = --note: od 1 do 300 znaków. Nic nie zapisano.
store-invalid-notice = Tekst powiadomienia ma od 1 do 20 000 znaków. Nic nie zapisano.
store-invalid-pseudonym = Pseudonim to s- i od 4 do 12 małych liter i cyfr, w tym co najmniej jedna cyfra, np. s-0001: nigdy imię ani nazwisko.
store-invalid-number = Numer sprawy wygląda tak: SHOP-2026-7K3M9QD2.
store-invalid-contact = To nie jest kontakt tego rodzaju. Napisz email:a@example.org albo phone:+48 600 100 200.
store-invalid-request = --request ma od 8 do 64 liter, cyfr, - i _.
store-invalid-site = --site to jedno słowo z liter, cyfr, - i _, np. sklep2.
store-invalid-limit = --limit to od 1 do 200.
store-invalid-after = --after to to, co podała poprzednia strona.
store-invalid-keys = Rejestr i klucze potrzebują dwóch baz: podaj w --keys inną niż w --db.
store-invalid-name = Podstawa lub propozycja to jedno słowo z liter, cyfr, ., - i _, np. another_time.
