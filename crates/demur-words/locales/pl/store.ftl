### Co może pójść nie tak z rejestrem.

store-basis-missing = Brakuje tego, co pozwala prowadzić ten zapis: { $field ->
    [record_class] klasy zapisu
    [lawful_basis] podstawy prawnej
    [purpose] celu
    [retention_rule] zasady, która kończy przechowywanie
   *[other] { $field }
  }. Nic nie zapisano.
store-basis-not-allowed = { $why } Wybierz inną podstawę lub klasę. Nic nie zapisano.
store-forbidden = W roli „{ $role }” nie można { $operation }. Mogą to: { $medium ->
    [terminal] { $roles }. Powiedz, kim jesteś, np. --as { $first }:s-0001.
   *[page] { $names }.
  }
store-four-eyes = To musi zrobić ktoś inny: potrzebne są dwie pary oczu.
store-not-found = Nie ma akt { $case }, które możesz oglądać. Sprawdź numer{ $medium ->
    [terminal] ; `demur case list` pokaże, co jest.
   *[page] .
  }
store-conflict = Akta { $case } w tym czasie zmieniono; kto: { $role }. Znasz wersję { $expected }, teraz jest { $actual }. Nic nie zapisano: { $medium ->
    [terminal] obejrzyj je jeszcze raz przez `demur case show { $case }`.
   *[page] otwórz je ponownie i powtórz zmianę.
  }
store-request-reused = { $medium ->
    [terminal] Tego --request użyto już do czegoś innego. Nic nie zapisano; pomiń go albo podaj nowy.
   *[page] To samo wysłano już wcześniej z inną treścią. Nic nie zapisano; otwórz stronę od nowa i wyślij jeszcze raz.
  }
store-state = { $case }: teraz nie da się tego zrobić, stan akt: { $state }. Nic nie zapisano.
store-document = { $place }: { $why } Nic nie zapisano.
store-text-rejected = { $field }: { $hint } Nic nie zapisano. Napisz, co się stało, a nie, kim ktoś jest.
store-words-not-own = To są słowa opinii. Powiedz własnymi słowami, dlaczego tak decydujesz. Nic nie zapisano.
store-reason-missing = Opinia nie uzasadnia tu odmowy. Obsłuż albo powiedz{ $medium ->
    [terminal] {" "}przez --reason "…", dlaczego mimo to odmawiasz.
   *[page] , dlaczego mimo to odmawiasz.
  } Nic nie zapisano.
store-grounds-untested = Przed odmową trzeba zapytać o cechy chronione. { $medium ->
    [terminal] Odpowiedz w sytuacji szczerze i w całości na `refusal.reasons`, np. refusal.reasons: [conduct].
   *[page] Odpowiedz szczerze i w całości na pytanie o powody.
  } Nic nie zapisano.
store-ground-stop = Ma w tym udział cecha chroniona. Nie może być powodem, więc odmowy nie będzie: obsłuż albo obsłuż inaczej. Nic nie zapisano.
store-minor = Klientem może być dziecko, więc ten zapis nie powstanie.
store-hold-without-fact = Wstrzymanie wymaga faktu, który świadczy o sporze, np. skargi, i jego dnia.
store-held = Usunięcie akt { $case } wstrzymano z powodu sporu; będzie możliwe, gdy wstrzymanie się skończy.
store-key-destroyed = Kontakt i teksty sprawy { $case } usunięto. Nikt już ich nie odczyta.
store-key-missing = W bazie kluczy nie ma klucza do { $case }. Przywróć bazę kluczy, która należy do tego rejestru{ $medium ->
    [terminal] {" "}(--keys).
   *[page] .
  }
store-master-key = Klucz główny: { $why } Użyj klucza, który należy do tego rejestru: z pliku w katalogu ustawień albo z DEMUR_MASTER_KEY.
store-prolonged = Przechowywanie { $kept ->
    [texts] kontaktu i tekstów
   *[skeleton] szkieletu akt
  } przez { $months } mies. trwałoby dłużej niż { $most } mies., najwięcej w tym profilu. Skróć ten czas albo zapisz powód w roli osoby odpowiedzialnej za prywatność.
store-replay-pending = Rejestr jest starszy niż usunięcia w bazie kluczy (liczba: { $erasures }). { $medium ->
    [terminal] Otwórz go raz przez `demur case list`, to je powtórzy.
   *[page] Uruchom program ponownie, to je powtórzy.
  }
store-schema-newer = Rejestr zapisała nowsza wersja tego programu: użyj jej.
store-clock-backwards = Zegar pokazuje { $now }, a najnowszy wpis w dzienniku jest z { $last }. Nic nie zapisano: ustaw zegar i spróbuj ponownie.
store-works-agreement = Dane o pojedynczych pracownikach wymagają porozumienia z załogą.
store-backup = Kopia zapasowa: { $why } Nic nie zmieniono.
store-disk-full = Dysk jest pełny. Niczego z tego nie zapisano, wszystko wcześniejsze jest bezpieczne. Zwolnij miejsce i spróbuj ponownie.
store-read-only = Rejestr nie przyjmuje zmian: plik lub serwer jest tylko do odczytu. Nic nie zapisano; daj temu programowi prawo zapisu.
store-busy = Inny program zajmuje rejestr. Nic nie zapisano; spróbuj za chwilę.
store-connection-lost = Baza danych nie odpowiada. { $medium ->
    [terminal] Spróbuj z tym samym --request, wtedy nic nie zapisze się dwa razy; bez niego zajrzyj najpierw do `demur case list`.
   *[page] Spróbuj jeszcze raz na tej samej stronie, wtedy nic nie zapisze się dwa razy.
  }
store-not-durable = Baza danych działa z ustawieniem { $setting }, więc potwierdzony zapis mógłby zginąć. Włącz je.
store-damaged = Rejestr jest uszkodzony albo należy do innego programu. Nic nie zmieniaj i przywróć kopię zapasową. Szczegół techniczny (po angielsku): „{ $why }”
store-database = Baza danych tego nie wykonała. { $why }
store-file = { $path }: { $why }
store-closed = Rejestr zamknięto, zanim odpowiedział. { $medium ->
    [terminal] Spróbuj z tym samym --request.
   *[page] Spróbuj jeszcze raz na tej samej stronie, wtedy nic nie zapisze się dwa razy.
  }

store-invalid = Pole „{ $field }” ma wartość, której mieć nie może (szczegół po angielsku: „{ $why }”). Nic nie zapisano.
store-invalid-words = { $medium ->
    [terminal] --words: od 40 do 600 znaków, własnymi słowami.
   *[page] Słowa decyzji mają od 40 do 600 znaków i są własne.
  } Nic nie zapisano.
store-invalid-reason = { $medium ->
    [terminal] --reason: od 20 do 600 znaków.
   *[page] Powód ma od 20 do 600 znaków.
  } Nic nie zapisano.
store-invalid-facts = { $medium ->
    [terminal] --facts: od 1 do 600 znaków.
   *[page] Opis tego, co się stało, ma od 1 do 600 znaków.
  } Nic nie zapisano.
store-invalid-note = { $medium ->
    [terminal] --note: od 1 do 300 znaków.
   *[page] Uwaga dla osoby sprawdzającej ma od 1 do 300 znaków.
  } Nic nie zapisano.
store-invalid-statement = Stanowisko klienta ma od 1 do 600 znaków. Nic nie zapisano.
store-invalid-notice = Tekst powiadomienia ma od 1 do 20 000 znaków. Nic nie zapisano.
store-invalid-pseudonym = Pseudonim to s- i od 4 do 12 małych liter i cyfr, w tym co najmniej jedna cyfra, np. s-0001: nigdy imię ani nazwisko.
store-invalid-number = Numer sprawy wygląda tak: SHOP-2026-7K3M9QD2.
store-invalid-contact = To nie jest kontakt tego rodzaju. Napisz { $medium ->
    [terminal] email:a@example.org albo phone:+48 600 100 200.
   *[page] adres e-mail, np. a@example.org, albo numer telefonu, np. +48 600 100 200.
  }
store-invalid-identity = Dane osoby mają najwyżej 200 znaków, a przy odmowie wobec kogoś nieznanego nie zapisuje się ich wcale. Nic nie zapisano.
store-invalid-used = Kontaktu, którym idzie powiadomienie, nie ma wśród podanych. Nic nie zapisano.
store-invalid-request = { $medium ->
    [terminal] --request ma od 8 do 64 liter, cyfr, - i _.
   *[page] Klucz idempotentności ma od 8 do 64 liter, cyfr, - i _.
  }
store-invalid-site = { $medium ->
    [terminal] --site to jedno słowo z liter, cyfr, - i _, np. sklep2.
   *[page] Nazwa placówki to jedno słowo z liter, cyfr, - i _, np. sklep2.
  }
store-invalid-limit = { $medium ->
    [terminal] --limit to od 1 do 200.
   *[page] Na stronie mieści się od 1 do 200 akt.
  }
store-invalid-after = { $medium ->
    [terminal] --after to to, co podała poprzednia strona.
   *[page] Tej strony listy nie można znaleźć; zacznij od pierwszej.
  }
store-invalid-keys = Rejestr i klucze potrzebują dwóch baz{ $medium ->
    [terminal] : podaj w --keys inną niż w --db.
   *[page] .
  }
store-invalid-name = Podstawa lub propozycja to jedno słowo z liter, cyfr, ., - i _, np. another_time.
store-invalid-coded = Pole „{ $field }”: potrzebne jest jedno słowo z liter, cyfr, ., - i _. Nic nie zapisano.
store-invalid-seconds = Czas podejmowania decyzji nie może być ujemny. Nic nie zapisano.
store-invalid-grounds = Sprawdza się tylko cechy chronione z biblioteki prawa, nigdy to, kim ktoś jest. Nic nie zapisano.
store-invalid-kind = Tego nie można przyjąć; można przyjąć odwołanie, sprzeciw, skargę albo propozycję rozmowy dla personelu. Nic nie zapisano.
store-invalid-day = Potrzebny jest dzień, który dopiero nadejdzie. Nic nie zapisano.
store-invalid-retention = Okres przechowywania nie może być ujemny. Nic nie zmieniono.
store-invalid-end = Ostrzeżenie i wykluczenie muszą się kiedyś kończyć, nie później, niż pozwala profil. Nic nie zapisano.
store-invalid-version = Ten list zapisała inna wersja programu i ta nie może go sprawdzić.
store-invalid-text = Tego tekstu nie da się przechować: jest za długi. Nic nie zapisano.
store-invalid-dimensions = Powiedz, według czego liczyć: podaj co najmniej jeden wymiar.

store-why-basis = Podstawa prawna `{ $basis }` nie pozwala na zapis klasy `{ $class }`.
store-why-purpose = Zapis klasy `{ $class }` nie służy celowi `{ $purpose }`.
store-why-too-deep = zagnieżdżenie jest za głębokie.
store-why-free-text = tu nie ma miejsca na swobodny tekst; wartość to jedno umówione słowo.
store-why-not-whole = przechowuje się tylko liczby całkowite.
store-why-no-place = w rejestrze nie ma na to miejsca.
store-why-not-an-object = potrzebne są tu nazwy z wartościami.
store-why-no-day = potrzebny jest dzień, w którym się to stało, i nie może leżeć w przyszłości.
store-why-not-named = tego brakuje, choć podaje to każda opinia tego programu.
store-why-backup-changed = plik zmieniono po utworzeniu.
store-why-backup-short = plik urywa się za wcześnie.
store-why-not-a-backup = to nie jest kopia zapasowa Demura.
store-why-backup-unknown = w pliku jest coś, czego ten program nie zna.
store-why-not-empty = baza danych nie jest pusta. Przywróć kopię do nowej.
store-why-key-malformed = potrzebne są 64 cyfry szesnastkowe.
store-why-key-of-another = to nie ten, z którym powstała ta baza kluczy.
store-why-key-open = inni mogą czytać { $path }. Odbierz im to prawo (chmod 600).
store-why-key-gone = nie ma pliku { $path }, a w { $keys } są klucze, które on otwiera. Przywróć go.
store-why-keys-gone = nie ma tu kluczy tego rejestru. Przywróć je{ $medium ->
    [terminal] {" "}albo wskaż ich miejsce przez --keys.
   *[page] .
  }
store-why-old-server = To PostgreSQL { $version }; potrzebna jest wersja 15 lub nowsza.
store-why-technical = Komunikat systemu (po angielsku): „{ $said }”

store-stale = W międzyczasie ktoś inny to zmienił. Niczego nie nadpisano: obejrzyj to jeszcze raz i powtórz zmianę.
store-missing = Tego już nie ma; być może ktoś inny to usunął.
store-last-admin = To ostatnia osoba, która może wpuszczać innych. Najpierw nadaj tę rolę komuś innemu.
store-disabled = Dostęp tej osoby jest wyłączony. Może go włączyć osoba, która prowadzi program.
store-session-over = Sesja wygasła. Zaloguj się ponownie.
store-invalid-login = Tej nazwy nie można użyć do logowania: jest zajęta, pusta, zbyt długa albo zawiera niewidoczne znaki.
store-invalid-roles = Wybierz co najmniej jedną rolę. Klucz dla programu nie ma więcej ról niż osoba, w której imieniu działa.
store-invalid-person = Najpierw wyłącz dostęp tej osoby; potem można ją usunąć.
store-invalid-size = To jest za długie: można przechować najwyżej 1 MiB.
store-invalid-path = Nazwa składa się z małych liter bez znaków diakrytycznych, cyfr, łączników i kropek; foldery oddziela ukośnik.
store-invalid-house = W tej bazie jest już rejestr spraw. Osoby i ustawienia potrzebują innej, żeby rejestr nikogo nie wymieniał z nazwiska.
