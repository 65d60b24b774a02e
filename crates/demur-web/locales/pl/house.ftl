### Konfiguracja, logowanie, osoby, ustawienia.

form-wrong = Najpierw trzeba poprawić:
form-save = Zapisz
form-saved = Zapisano.
field-choose = Proszę wybrać pozycję z listy.
field-one-line = Najwyżej 200 znaków w jednym wierszu.

## Konfiguracja

start-title = Pięć pytań i można zaczynać
start-lead = Zajmie to około minuty. Wszystko można później zmienić w Ustawieniach.
start-business = Czym zajmuje się firma?
start-names = Jak nazywa się firma?
start-place = Gdzie działa firma?
start-complaints = Kto rozpatruje skargi?
start-you = Twoje logowanie
start-go = Zaczynamy
start-later = Będzie to pierwsza osoba, ze wszystkimi rolami, których potrzebuje mała firma. Kolejne osoby można dodać w Ustawieniach, w części Osoby.
start-where-title = Program nie został jeszcze skonfigurowany
start-where-text = Przy pierwszym uruchomieniu program wypisuje adres, który zaczyna się od /start?token=. Proszę go otworzyć: prowadzi do pięciu pytań. Adres widać tam, gdzie program uruchomiono: w terminalu albo w dzienniku programu.
start-where-again = Adres działa jeden raz i przez 24 godziny. Jeśli przepadł, proszę uruchomić program ponownie: wypisze nowy.
start-where-spent = Ten adres został już użyty, jest za stary albo zastąpił go nowszy.

firm-name = Nazwa firmy
firm-name-hint = Taka, jaką znają klienci; pojawi się w pismach.
firm-name-missing = Proszę wpisać nazwę firmy.
firm-profile = Rodzaj działalności
firm-profile-hint = Od niego zależy, które przepisy są sprawdzane. Jeśli nic nie pasuje, proszę wybrać ostatnią pozycję: pytań będzie trochę więcej.
firm-profile-other = Coś innego
firm-place = Kraj
firm-place-hint = Czyje prawo obowiązuje tam, gdzie obsługiwani są klienci.
firm-place-pl = Polska
firm-place-eu = Inny kraj Unii Europejskiej
firm-place-elsewhere = Inny kraj
firm-periods = Jak długo przechowywane są akta spraw
firm-periods-hint = Po tym czasie nazwiska i teksty znikają same. Później można ustawić krótsze okresy.
firm-periods-usual = Jak przyjęto w tym kraju
firm-periods-pl = Jak w Polsce: kontakt i teksty 12 miesięcy
firm-periods-gb = Jak w Wielkiej Brytanii: kontakt i teksty 9 miesięcy
firm-periods-de = Jak w Niemczech: kontakt i teksty 6 miesięcy
firm-periods-us-credit = Jak przy kredytach w Stanach Zjednoczonych: kontakt i teksty 25 miesięcy
firm-periods-other = Gdzie indziej: kontakt i teksty 12 miesięcy
firm-contact = Kontakt z firmą
firm-contact-hint = Dokąd klienci mogą napisać lub zadzwonić. Puste pole: tak samo jak dla skarg.
firm-complaint_contact = Kontakt w sprawie skarg
firm-complaint_contact-hint = Telefon, adres e-mail albo miejsce. Przy każdej odmowie klient dowiaduje się, do kogo może się zwrócić.
firm-complaint_contact-missing = Proszę podać, jak klienci mogą się skontaktować z osobą, która rozpatruje skargi.
firm-address = Adres firmy
firm-address-hint = Do pism. Można zostawić puste.
firm-second-factor = Kto decyduje, podaje drugi składnik logowania
firm-second-factor-hint = Osoby w roli „osoba decydująca” potrzebują wtedy do logowania aplikacji w telefonie. Kto jej jeszcze nie ma, zostanie do tego poprowadzony.
firm-stale = W międzyczasie ktoś inny zmienił ustawienia. Wpisane dane nadal tu są; proszę je jeszcze raz przejrzeć i zapisać ponownie, aby obowiązywały.

site-name = Nazwa miejsca
site-name-hint = Gdzie obsługiwani są klienci, na przykład: Gabinet przy rynku. Puste pole przy konfiguracji: nazwa firmy.
site-name-of = Nazwa miejsca { $code }
site-name-missing = Proszę wpisać nazwę miejsca, najwyżej 80 znaków.
site-code = Krótki kod
site-code-hint = Zaczyna numery spraw. Puste pole: kod powstanie z nazwy, na przykład z „Gabinet przy rynku” będzie gabinet. Potem się nie zmienia.
site-code-wrong = Kod ma od 2 do 12 liter od a do z i cyfr, i nie mówi nic o ludziach.
site-code-taken = Inne miejsce ma już ten kod. Proszę wybrać inny.
site-codes-stay = Kody się nie zmieniają, bo zaczynają się od nich numery spraw. Miejsce zwykłe dotyczy osób, które pracują wszędzie.
site-usual = Miejsce zwykłe
site-add = Dodaj miejsce

login = Nazwa logowania
login-hint = Coś krótkiego i łatwego do zapamiętania, najwyżej 64 znaki. Nie musi to być nazwisko: w rejestrze występuje tylko pseudonim.
login-wrong = Proszę wpisać nazwę logowania, od 1 do 64 znaków.
login-taken = Ktoś już loguje się tą nazwą. Proszę wybrać inną.
password = Hasło
password-new = Nowe hasło
password-new-hint = Co najmniej 12 znaków. Trzy lub cztery słowa, które tylko dla ciebie mają związek, łatwo zapamiętać i trudno odgadnąć. Spacje się liczą.
password-again = To samo hasło jeszcze raz
password-present = Obecne hasło
password-present-wrong = To nie jest obecne hasło.
password-short = Potrzeba co najmniej 12 znaków. Wystarczą trzy lub cztery słowa.
password-long = Najwyżej 256 znaków.
password-common = To jedno z pierwszych haseł, które ktoś by wypróbował. Proszę wziąć słowa, które tylko ty ze sobą zestawisz.
password-yours = To hasło składa się z niewiele więcej niż nazwy logowania lub nazwy firmy. Proszę wziąć inne słowa.
password-differs = Hasła nie są takie same. Proszę wpisać nowe jeszcze raz.

## Logowanie

sign-in-title = Logowanie
sign-in-go = Zaloguj
sign-in-wrong = Nazwa logowania lub hasło się nie zgadza. Proszę sprawdzić i spróbować ponownie.
sign-in-wait = Za dużo błędnych prób z tego miejsca. Proszę spróbować po { $time }. Z innej sieci można od razu.
sign-in-forgotten = Nie pamiętam hasła
sign-in-forgotten-text = Odnośnik do nowego hasła może dać osoba, która prowadzi program: Ustawienia, Osoby.
sign-in-somebody-else = Zaloguj się jako ktoś inny
code-title = Kod z telefonu
code = Sześć cyfr
code-hint = Proszę otworzyć w telefonie aplikację z kodami i wpisać kod, który pokazuje dla Demur.
code-wrong = Kod się nie zgadza albo został już użyty. Proszę poczekać na następny i go wpisać.
code-wait = Za dużo błędnych kodów. Proszę spróbować po { $time }.
code-lost = Telefon zginął lub jest nowy?
code-lost-text = Osoba, która prowadzi program, może usunąć drugi składnik: Ustawienia, Osoby. Potem wystarczy zalogować się hasłem i ustawić nowy.

second-factor-title = Drugi składnik logowania
second-factor-lead = Oprócz hasła kod, który pokazuje tylko twój telefon. Kto pozna hasło, i tak nie wejdzie.
second-factor-needed = W tej firmie każdy, kto decyduje, potrzebuje drugiego składnika. Po jego ustawieniu można przejść dalej.
second-factor-step-app = Potrzebna jest aplikacja z kodami w telefonie; wystarczy dowolna, wiele telefonów ma ją wbudowaną.
second-factor-step-scan = Proszę dodać w niej konto, skanując ten obrazek.
second-factor-step-type = Albo wpisać w aplikacji ten tekst:
second-factor-step-code = Proszę wpisać sześć cyfr, które pokazuje aplikacja.
second-factor-picture = Kod QR dla aplikacji w telefonie; poniżej to samo jako tekst
second-factor-wrong = Kod się nie zgadza. Proszę poczekać na następny i go wpisać; jeśli to nie pomoże, sprawdzić, czy zegar w telefonie dobrze chodzi.
second-factor-go = Włącz
second-factor-later = Nie teraz
second-factor-is-on = Włączony
second-factor-set-up = Ustaw
second-factor-drop = Usuń
second-factor-drop-text = Wtedy do wejścia wystarczy samo hasło.
second-factor-drop-needed = Ta firma wymaga drugiego składnika: od razu trzeba będzie ustawić nowy.

invitation-title = Proszę wybrać hasło
invitation-first = { $firm } zaprasza do programu Demur. Proszę wybrać hasło, którego nie zna nikt inny, także osoba zapraszająca.
invitation-reset = Proszę wybrać nowe hasło. Wszędzie, gdzie jeszcze trwa sesja, nastąpi wylogowanie.
invitation-go = Ustaw i zaloguj
invitation-spent-title = Ten odnośnik już nie działa
invitation-spent-text = Został użyty, ma więcej niż siedem dni albo zastąpił go nowszy. O nowy proszę poprosić osobę, która prowadzi program.

## Ustawienia

settings-title = Ustawienia
settings-admin = Dla osoby, która prowadzi program
settings-account = Twoje konto
settings-account-text = Hasło, drugi składnik, język, miejsca zalogowania.
settings-people = Osoby
settings-people-text = Kto tu pracuje, co mu wolno, zapraszanie nowych osób.
settings-firm = Firma
settings-firm-text = Nazwa, rodzaj działalności, kraj, kontakty, drugi składnik.
settings-sites = Miejsca
settings-sites-text = Gdzie obsługiwani są klienci i jakie to ma kody.
settings-keys = Klucze API
settings-keys-text = Dla innych programów firmy, które pytają lub zapisują.
settings-kept = Co i jak długo jest przechowywane
settings-kept-text = Prostymi słowami, z podaniem powodu.
settings-record = Rejestr
settings-record-text = Czy niczego nie zmieniono i jak zrobić kopię zapasową.
settings-roles = Role
settings-roles-text = Która rola na co pozwala.

account-second-factor = Drugi składnik logowania
account-password = Zmiana hasła
account-password-go = Zmień
account-password-ends = Wszędzie indziej nastąpi wylogowanie.
account-language = Język
account-sessions = Gdzie indziej
account-sessions-text = Nieużywana sesja kończy się sama. Jeśli na innym urządzeniu zapomniano o wylogowaniu, można to zrobić stąd.
account-sessions-end = Wyloguj mnie wszędzie indziej
account-done-password = Hasło zmienione. Wszędzie indziej nastąpiło wylogowanie.
account-done-language = Język ustawiony.
account-done-second-factor = Drugi składnik usunięty.
account-done-sessions = Jesteś teraz zalogowana / zalogowany tylko tutaj.
language-browser = Taki, o jaki prosi przeglądarka

person-roles = Role
person-roles-hint = Każdy działa w najsłabszej ze swoich ról, która wystarcza.
person-roles-missing = Proszę wybrać przynajmniej jedną rolę.
person-site = Miejsce
person-everywhere = Wszystkie miejsca
person-state = Stan
person-on = Ma dostęp
person-off = Dostęp wyłączony
person-invited = Odnośnik jeszcze nieużyty
person-second-factor = Drugi składnik
person-last-admin = To jedyna osoba, która może wpuszczać innych. Najpierw proszę nadać komuś innemu rolę „administracja”.
person-pseudonym = Pseudonim
person-pseudonym-hint = Tak tę osobę nazywa rejestr
person-created = Dodano
person-signing-in = Logowanie
person-invite = Nowy odnośnik
person-invite-text = Osoba nie wybrała jeszcze hasła. Nowy odnośnik zastąpi poprzedni.
person-reset = Odnośnik do nowego hasła
person-reset-text = Kto zapomniał hasła, dostaje odnośnik, aby wybrać nowe. Do tego czasu obowiązuje poprzednie.
person-second-factor-drop = Usuń drugi składnik
person-second-factor-text = Gdy telefon zginął. Osoba zostanie wszędzie wylogowana, a po zalogowaniu ustawi nowy drugi składnik.
person-switch-off = Wyłącz dostęp
person-switch-on = Włącz dostęp
person-off-text = Osoba zostanie od razu wylogowana i nie będzie mogła wejść. Niewykorzystane odnośniki przestaną działać.
person-off-own = To Twoje własne konto.
person-on-text = Osoba znów będzie mogła wejść swoim hasłem.
person-remove = Usuń
person-remove-text = Nazwa logowania, hasło i drugi składnik znikną na zawsze. Pseudonim zostanie w rejestrze i nikt inny go nie dostanie.
person-remove-first-off = Najpierw proszę wyłączyć dostęp; potem można usunąć osobę.
people-alone = Na razie jest tu jedna osoba. Dwie rzeczy wymagają kogoś innego: potwierdzenie decyzji i rozpatrzenie odwołania od własnej decyzji.
people-add = Nowa osoba
people-add-text = Powstanie odnośnik do przekazania. Osoba wybierze dzięki niemu hasło, którego nie poznasz.
people-add-go = Dodaj i utwórz odnośnik

link-title = Odnośnik do przekazania
link-first = { $login } wybierze dzięki niemu hasło i wejdzie do programu.
link-reset = { $login } wybierze dzięki niemu nowe hasło.
link-label = Odnośnik
link-hint = Działa jeden raz, przez siedem dni, i widać go tylko teraz. Najlepiej przekazać go osobiście albo wiadomością, którą przeczyta tylko ta osoba.
link-copy = Kopiuj
link-copied = Skopiowano

role-desk = Przy ladzie: pyta o opinię, zapisuje, co się stało, widzi własne sprawy.
role-decider = Decyduje, zawiadamia klienta, poprawia fakty.
role-reviewer = Rozpatruje odwołania, nigdy od własnej decyzji.
role-privacy = Odpowiada na prośby ludzi o ich dane, usuwa, wstrzymuje usunięcie, sprawdza dziennik.
role-auditor = Sprawdza rejestr, nie widząc ludzi.
role-admin = Prowadzi program: osoby, miejsca, ustawienia, kopie; nie widzi treści spraw.
role-own = Twoja rola
roles-lead = Program kieruje się tą tabelą; nikt nie może zrobić więcej, niż pozwalają jego role. Kto ma jaką rolę, widać w Ustawieniach, w części Osoby.
roles-what = Co
roles-yes = tak
roles-no = nie
may-create = Otwieranie akt sprawy
may-decide = Decydowanie
may-confirm = Potwierdzanie cudzej decyzji
may-notify = Zapisywanie, co przekazano klientowi
may-correct = Poprawianie faktów
may-override = Przepuszczanie tekstu odrzuconego przez strażnika
may-statement = Zapisywanie stanowiska klienta
may-receive = Przyjmowanie odwołań i sprzeciwów
may-review = Rozpatrywanie odwołań i sprzeciwów
may-deadline = Wyznaczanie terminu
may-close = Zamykanie sprawy
may-find = Szukanie spraw
may-show = Oglądanie akt sprawy
may-reveal = Oglądanie kontaktu i tekstów
may-reveal-superseded = Oglądanie zastąpionych wersji
may-hold = Wstrzymanie usunięcia z powodu sporu
may-erase = Usuwanie kontaktu i tekstów
may-export-access = Wydawanie danych przechowywanych o osobie
may-packet = Przygotowanie dowodów w sprawie
may-journal = Czytanie i sprawdzanie dziennika
may-statistics = Oglądanie statystyk
may-retention = Stosowanie okresów przechowywania
may-backup = Tworzenie i przywracanie kopii zapasowych
may-run = Osoby, miejsca, firma, klucze API

key-label = Do czego służy
key-label-hint = Aby po unieważnieniu było wiadomo, co przestanie działać, na przykład: system rezerwacji.
key-label-wrong = Proszę napisać, do czego służy klucz, od 1 do 80 znaków.
key-add = Utwórz klucz
key-made = Klucz utworzony
key-made-text = To jest klucz dla: { $label }. Widać go tylko teraz; później nikt go nie odczyta, można go jedynie unieważnić.
key-text = Klucz
key-use = Programy wysyłają go z każdym żądaniem:
key-here = KLUCZ
key-created = Utworzono
key-used = Ostatnio użyto
key-never = nigdy
key-revoke = Unieważnij
key-revoked = Unieważniono { $day }
keys-lead = Z kluczem inny program firmy pyta o opinie i zapisuje, w nadanych mu rolach. Klucz o niczym nie decyduje: decyzje podejmują zalogowane osoby.
keys-none = Nie ma jeszcze kluczy
keys-none-text = Klucz jest potrzebny tylko wtedy, gdy z Demur rozmawia inny program. Ludzie się logują.

kept-lead = Co już niepotrzebne, znika samo, każdego dnia. Przechowywane jest:
kept-what = Co
kept-how-long = Jak długo
kept-why = Dlaczego
kept-source = Skąd te okresy
kept-source-pl = Kontakt i teksty: rok, bo przez tyle można ścigać wykroczenie odmowy sprzedaży (art. 135 i art. 45 Kodeksu wykroczeń); roszczenie, które ktoś może kiedyś zgłosić, nie uzasadnia dłuższego przechowywania, jak orzekł w 2025 r. Naczelny Sąd Administracyjny (III OSK 4868/21, III OSK 6553/21). Szkielety: trzy lata, bo przez tyle można dochodzić roszczeń za nierówne traktowanie (art. 15 ustawy z 3 grudnia 2010 r.). Proszę to sprawdzić z kimś, kto zna tę branżę.
kept-source-gb = Kontakt i teksty: sześć miesięcy na roszczenie z Equality Act 2010 (art. 118), dziewięć po skierowaniu do mediacji. Szkielety: trzy lata. Proszę to sprawdzić z kimś, kto zna tę branżę.
kept-source-de = Kontakt i teksty: dwa miesiące na zgłoszenie roszczenia z niemieckiej ustawy o równym traktowaniu (§ 21 ust. 5 AGG) i czas na odpowiedź. Szkielety: trzy lata. Proszę to sprawdzić z kimś, kto zna tę branżę.
kept-source-us-credit = Kontakt i teksty: 25 miesięcy, jak wymaga Regulation B dla wniosków o kredyt i zawiadomień o nich. Szkielety: trzy lata. Proszę to sprawdzić z kimś, kto zna tę branżę.
kept-source-other = Za tymi okresami nie stoi prawo tego kraju: kontakt i teksty są przechowywane rok, szkielety trzy lata. Proszę zapytać kogoś, kto zna prawo tego kraju.
kept-never = Nigdy nie są przechowywane: religia, pochodzenie, zdrowie, orientacja ani inna chroniona cecha klienta; dokumenty tożsamości; oceny ani punkty klientów.
kept-shorter = Krótsze okresy
kept-shorter-text = Zawsze można przechowywać krócej. Krótszy okres dotyczy decyzji podjętych od teraz; wcześniejsze znikną w swoim terminie.
kept-texts = Miesiące dla kontaktu i tekstów
kept-skeleton = Miesiące dla szkieletów
kept-shorter-hint = Od 1 do { $n }. Puste pole: { $n }.
kept-shorter-wrong = Potrzebna jest liczba całkowita od 1 do { $n }. Dłuższe okresy wymagają pisemnego powodu od roli „ochrona danych”, którego ta strona nie przyjmuje.
kept-months = { $n ->
    [one] { $n } miesiąc od decyzji
    [few] { $n } miesiące od decyzji
   *[many] { $n } miesięcy od decyzji
  }
kept-row-texts = Kontakt i teksty odmowy
kept-row-texts-why = Aby odpowiedzieć klientowi i rozpatrzyć skargę.
kept-row-skeleton = Szkielet akt: dzień, miejsce, fakty jako kody, przepisy, decyzja; bez niczyjego nazwiska
kept-row-skeleton-why = Aby wykazać, że wszyscy są traktowani jednakowo.
kept-row-undecided = Sprawa, o której nikt nie zdecydował
kept-row-undecided-time = 30 dni
kept-row-undecided-why = Widocznie nie jest potrzebna.
kept-row-warning = Teksty ostrzeżenia
kept-row-warning-time = do końca ostrzeżenia, najwyżej 12 miesięcy
kept-row-warning-why = Klient i personel muszą wiedzieć, że obowiązuje.
kept-row-exclusion = Teksty wykluczenia
kept-row-exclusion-time = do jego końca i 30 dni dłużej; trwa najwyżej 24 miesiące
kept-row-exclusion-why = Bez nich nie widać, że się skończyło.
kept-row-dispute = Sprawy sporne
kept-row-dispute-time = do końca sporu, potem teksty 6 miesięcy, a szkielet 60
kept-row-dispute-why = Rzeczywisty spór uzasadnia przechowanie dowodów; spór możliwy nie.
kept-row-interview = Odpowiedzi z rozmowy, której nie zapisano
kept-row-interview-time = do jej opuszczenia lub wylogowania, najwyżej 12 godzin
kept-row-interview-why = Aby można było się cofnąć; odczyta je tylko ta sama sesja.
kept-row-session = Sesje i liczba błędnych prób
kept-row-session-time = sesje do ich końca, błędne próby 15 minut
kept-row-session-why = Logowanie. Adresy są przechowywane tylko jako skrót z kluczem.
kept-row-people = Nazwy logowania, role, hasła w postaci skrótu
kept-row-people-time = do usunięcia osoby; pseudonim tak długo jak rejestr
kept-row-people-why = Kto co może. Leży to w osobnej bazie: sam rejestr nie wymienia nikogo z nazwiska.
kept-row-statistics = Liczby
kept-row-statistics-time = bez ograniczeń, tylko gdy jest ich co najmniej 10
kept-row-statistics-why = Nie mówią o nikim.

verify-title = Czy coś zmieniono?
verify-text = Każdy wpis dziennika jest powiązany z poprzednim. Sprawdzenie przechodzi cały łańcuch i porównuje z nim akta każdej sprawy.
verify-go = Sprawdź
verify-others = Mogą to zrobić role: ochrona danych i audyt.
verify-intact = { $n ->
    [0] Nienaruszony. Niczego jeszcze nie zapisano.
    [one] Nienaruszony: { $n } wpis, dokładnie taki, jaki zapisano.
    [few] Nienaruszony: { $n } wpisy, dokładnie takie, jakie zapisano.
   *[many] Nienaruszony: { $n } wpisów, dokładnie takich, jakie zapisano.
  }
verify-head = Najnowszy wpis i jego skrót. Warto je czasem zapisać poza tym komputerem: wtedy widać także późniejszą zmianę całości.
verify-broken = Naruszony: wpisu { $n } brakuje albo nie jest taki, jaki zapisano.
verify-broken-text = Proszę niczego nie zmieniać. Trzeba zachować kopię baz w obecnym stanie, powiadomić osobę, która prowadzi program, i przywrócić wcześniejszą kopię zapasową.
backup-title = Kopia zapasowa
backup-text = Osoba, która prowadzi komputer, robi kopię rejestru w trakcie pracy:
backup-keys = Klucze oraz osoby i ustawienia leżą w osobnych bazach: je też trzeba skopiować. Kopie kluczy proszę trzymać w innym miejscu i najwyżej 35 dni, aby to, co usunięto, pozostało usunięte.
