### Biblioteka prawa, zasady firmy, inne firmy, które mogą pomóc.

law-title = Przepisy
law-lead = Każda norma, według której ocenia aplikacja: ze źródłem, datami i stopniem pewności. To nie jest porada prawna.
law-search = Szukaj wśród norm
law-search-hint = gotówka, pies asystujący, art. 135
law-search-button = Szukaj
law-pack = Kraj lub zbiór
law-layer = Warstwa
law-any = wszystkie
law-on = Stan na dzień
law-on-wrong = „{ $typed }” nie jest datą. Prosimy podać dzień, na przykład 2026-11-24.
law-packs = Zbiory
law-as-of = Stan tekstu: { $day }.
law-pack-norms = { $n ->
    [one] { $n } norma.
    [few] { $n } normy.
   *[other] { $n } norm.
  }
law-count = { $n ->
    [one] { $n } norma
    [few] { $n } normy
   *[other] { $n } norm
  }
law-in-force-on = obowiązujące w dniu { $day }
law-nothing = Niczego nie znaleziono
law-nothing-hint = Prosimy użyć mniejszej liczby słów albo innych słów, po polsku lub po angielsku, albo wybrać inny dzień. Znaki diakrytyczne nie mają znaczenia.
law-all-packs = Wszystkie zbiory
law-pages = Strony
law-before = Wcześniejsze
law-after = Więcej
law-norms = Normy
law-col-norm = Norma
law-col-says = Co z niej wynika
law-col-layer = Warstwa, daty
law-col-sure = Pewność
law-verified = sprawdzone
law-recalled = z pamięci
law-contested = sporne
law-provision = Przepis { $id }
law-provision-lead = Składa się z następujących norm.
law-not-in-force = Ta wersja dziś nie obowiązuje. Jest tutaj, bo opierają się na niej oceny zdarzeń z innych dni.
law-says = Co z niej wynika
law-note = Dla personelu
law-doubts = Wątpliwości
law-author = Słowami i w języku autora.
law-versions = Wersje
law-version-here = (ta strona)
law-facts = O co trzeba zapytać
law-facts-count = { $n ->
    [one] { $n } pytanie
    [few] { $n } pytania
   *[other] { $n } pytań
  }
law-examples-more = { $n ->
    [one] jeszcze { $n } przykład
    [few] jeszcze { $n } przykłady
   *[other] jeszcze { $n } przykładów
  }
law-examples = Przykłady i orzeczenia
law-examples-hint = Każdy z nich jest sprawdzany przy każdej zmianie programu.
law-no-examples = Żaden przykład nie pokazuje działania tej normy.
law-precedent = Orzeczenie
law-known = Wiedziano wtedy:
law-given = Sytuacja
law-otherwise = poza tym jak zwykle
law-expected = Odpowiedź
law-prose = Omówienie przepisu (po angielsku)
law-code = Zapis
law-source = Źródło
law-cite = Podstawa
law-in-force = Obowiązuje
law-yielding = Niższa warstwa może ją uchylić
law-seen = Sprawdzono dnia
law-never-seen = nie zapisano
law-id = Identyfikator
law-read-at = Przeczytano na stronach
law-overrides = Ma pierwszeństwo przed
law-overridden-by = Ustępuje przed
law-siblings = Ten sam przepis
law-fact-name = Nazwa
law-fact-answer = Odpowiedź
law-fact-cost = Jak się dowiedzieć
law-fact-values = Możliwe odpowiedzi
law-fact-norms = Normy, które potrzebują tej odpowiedzi
law-fact-no-norms = Żadna norma nie potrzebuje jej sama w sobie.

policy-title = Zasady firmy
policy-lead = Czego firma wymaga od siebie i od klientów. Zasady stoją niżej niż prawo: mogą być dla firmy surowsze i mogą wskazywać własne powody tam, gdzie prawo zostawia wybór. Nigdy nie pozwolą na to, czego prawo zakazuje.
policy-read-only = Zasady zmienia tylko administrator aplikacji. Czytać może je każdy.
policy-to-form = Typowe zasady
policy-to-new = Napisz plik z zasadami
policy-says = Co z nich wynika
policy-nothing = Nie ma jeszcze zasad firmy
policy-nothing-hint = Aplikacja ocenia według prawa i dobrej praktyki. Dzięki własnej zasadzie personel wie z góry, czego tu się nie obsługuje, a klienci mogą to sprawdzić.
policy-not-yet = dziś nie obowiązuje
policy-idle = Jeden z plików jest zapisany, ale aplikacja go nie stosuje.
policy-idle-hint = Jego treść jest niezgodna z prawem albo wewnętrznie sprzeczna, być może od nowej wersji programu. Prosimy otworzyć plik i wybrać „Sprawdź”.
policy-files = Pliki
policy-files-hint = Zasady są zapisane jako tekst, więc można je czytać, drukować i porównywać.
policy-file = Plik
policy-changed = Zmieniono
policy-version = Wersja
policy-version-n = wersja { $n }
policy-form-title = Typowe zasady
policy-form-lead = Prosimy zaznaczyć, co ma tu obowiązywać. Z każdej zasady powstaje tekst, który można przeczytać; zanim zacznie działać, jest sprawdzany z prawem.
policy-form-wrong = Brakuje liczby albo wykracza ona poza rozsądne granice. Niczego nie zmieniono.
policy-number-wrong = Prosimy podać liczbę całkowitą od { $low } do { $high }.
policy-form-foot = Zasada działa tylko wobec klientów, którzy mogli ją znać. Warto umieścić ją na drzwiach, na stronie i przy rezerwacji.
policy-by-hand = Tekst tych zasad zmieniono ręcznie. Zapisanie formularza cofnie te zmiany.
policy-see-text = Zobacz tekst
policy-save = Zapisz
policy-check = Sprawdź
policy-cancel = Wróć bez zapisywania
policy-refused = Nie zapisano: z takim tekstem zasady nie mogą obowiązywać. Wpisana treść została na stronie.
policy-stale = W międzyczasie ktoś inny zmienił ten plik. Wpisana treść została na stronie; ponowne zapisanie zastąpi tamtą zmianę.
policy-stale-look = Zobacz tamtą wersję
policy-new-title = Nowy plik z zasadami
policy-name = Nazwa pliku
policy-name-hint = Małe litery bez znaków diakrytycznych, cyfry, łączniki; na końcu .md.
policy-name-end = Nazwa musi kończyć się na .md, na przykład rules.md.
policy-text = Tekst
policy-text-hint = Zwykły tekst jest dla ludzi; według bloków oznaczonych słowem demur ocenia aplikacja. Jak zapisuje się normy, widać w bibliotece prawa.
policy-is-form = Ten plik powstaje z formularza. Zmiany wpisane tutaj znikną po ponownym zapisaniu formularza.
policy-beginning-title = Zasady firmy
policy-beginning = Tutaj własnymi słowami: co obowiązuje i dlaczego. Aplikacja stosuje to, co jest zapisane w bloku poniżej.
policy-found = Co wykryto
policy-unchecked = Jeszcze niczego nie sprawdzono.
policy-sound = Sprawdzenie nie wykryło sprzeczności z prawem. Obejmuje ono zwykłe dni, więc nie wykrywa wszystkiego. Cokolwiek mówią zasady, nie pozwalają na odmowę, której zabrania prawo.
policy-sound-but = Zasady mogą obowiązywać. Warto jednak przeczytać, co wykryto.
policy-unsound = W tym brzmieniu zasady nie mogą obowiązywać.
policy-problems = { $n ->
    [one] { $n } uwaga do tekstu
    [few] { $n } uwagi do tekstu
   *[other] { $n } uwag do tekstu
  }
policy-problems-hint = Słowami języka reguł, który jest angielski.
policy-error = błąd
policy-warning = do sprawdzenia
policy-line = wiersz { $line }
policy-stories = { $n ->
    [one] { $n } sytuacja
    [few] { $n } sytuacje
   *[other] { $n } sytuacji
  }
policy-grave = wbrew prawu
policy-light = do sprawdzenia
policy-example = Jako przykład do zasad
policy-norms = { $n ->
    [one] { $n } norma firmy,
    [few] { $n } normy firmy,
   *[other] { $n } norm firmy,
  }
policy-millis = sprawdzono w { $ms } ms.
policy-today = Tylko z prawem obowiązującym dziś; zapis sprawdza każdy dzień.
policy-numbered = Tekst z numerami wierszy
policy-history = Wcześniejsze wersje
policy-history-title = Wersje pliku { $name }
policy-history-lead = Przechowywanych jest 50 ostatnich wersji. Powrót do jednej z nich tworzy jej nową wersję.
policy-history-stale = W międzyczasie ktoś inny zmienił ten plik. Prosimy spojrzeć jeszcze raz i powtórzyć.
policy-current = obowiązuje
policy-removed = usunięto
policy-show-text = Pokaż tekst
policy-restore = Wróć do tej wersji
policy-remove = Usuń plik
policy-remove-hint = Zapisane w nim zasady przestaną obowiązywać. Historia zostaje i można do niej wrócić.
policy-remove-button = Usuń

rule-food = Bez własnego jedzenia i napojów
rule-food-hint = Jedzenie dla dzieci, leki i to, czego ktoś potrzebuje dla zdrowia, pozostają dozwolone.
rule-dress = Strój i obuwie
rule-dress-hint = Nigdy nie liczy się to, co ktoś nosi ze względu na wiarę, zdrowie lub niepełnosprawność.
rule-quiet = Godziny ciszy
rule-quiet-hint = Najpierw prośba, dopiero potem odmowa.
rule-photos = Bez zdjęć i nagrań innych osób
rule-photos-hint = Wbrew ich woli. Najpierw prośba, dopiero potem odmowa.
rule-warnings = Więcej niż jedno ostrzeżenie
rule-warnings-hint = Zanim odmówi się komuś z powodu obelg, zakłócania spokoju lub niegrzeczności. Przemoc, groźby i molestowanie seksualne nie wymagają ostrzeżeń.
rule-intoxicated = Bez obsługi osób nietrzeźwych i odurzonych
rule-intoxicated-hint = Nie dotyczy zagrożenia życia lub zdrowia.
rule-prepayment = Przedpłata po opuszczonych wizytach
rule-prepayment-hint = Kto jej nie chce, temu można odmówić nowej wizyty, ale nie już potwierdzonej.
rule-payment = Przyjmowane sposoby płatności
rule-payment-hint = Gotówka jest wśród nich zawsze: w Polsce kto przyjmuje karty, nie może odmówić konsumentowi przyjęcia gotówki.
rule-age = Potwierdzenie wieku
rule-age-hint = Przy alkoholu, tytoniu i innych produktach dla dorosłych, wobec wszystkich jednakowo.
rule-manager = O zakazie decyduje kierownictwo
rule-manager-hint = Personel może zakończyć dzisiejszą wizytę; o zakazie na przyszłość decyduje kierownictwo.
rule-writing = Powody na piśmie
rule-writing-hint = Dla każdego, kto dostał zakaz.
rule-ways = Przyjmowane oprócz gotówki
rule-way-card = karta
rule-way-phone = telefon
rule-way-transfer = przelew
rule-number-begins = Od godziny
rule-number-ends = Do godziny
rule-number-warnings = Liczba ostrzeżeń
rule-number-visits = Opuszczone wizyty w ciągu roku
rule-number-age = Pytamy każdego, kto wygląda na mniej niż (lat)
rule-number-days = W ciągu ilu dni

providers-title = Inne firmy
providers-lead = Kto jeszcze może pomóc klientowi: blisko, otwarte, niedawno potwierdzone. Ostatnie słowo ma zawsze rozmowa telefoniczna.
providers-none = Nikt nie jest jeszcze wpisany
providers-none-hint = Dobra odmowa nie kończy się na „nie”. Wpisz tych, do których można by wysłać własną mamę, albo zaimportować listę.
providers-ask-admin = Firmy wpisuje administrator aplikacji.
providers-add = Dodaj firmę
providers-import = Importuj listę
providers-q = Usługa
providers-near = Miejscowość
providers-search = Szukaj
providers-unknown-town = W tej miejscowości nie ma żadnej firmy. Prosimy wybrać jedną z podpowiadanych miejscowości.
providers-nobody = Nikogo nie znaleziono
providers-nobody-hint = Prosimy użyć mniejszej liczby słów albo podać inną miejscowość.
providers-everybody = Pokaż wszystkich
providers-count = { $n ->
    [one] { $n } firma
    [few] { $n } firmy
   *[other] { $n } firm
  }
providers-who = Firma
providers-what = Oferuje
providers-where = Gdzie
providers-contact = Kontakt
providers-made-up = zmyślone
providers-registers = Publiczne rejestry
providers-lists = Listy
providers-apart-n = odłożono: { $n }
providers-closed = zamknięte
providers-full = brak miejsc
providers-is-register = Publiczny rejestr: mówi, gdzie są spisane takie usługi.
providers-ages = Wiek klientów
providers-fresh = Potwierdzenie
providers-not-for = Kogo nie przyjmuje
providers-place = Miejsce
providers-week = Najbliższe siedem dni
providers-from-list = Z listy
providers-change-list = Zmiany wprowadza się w niej, po czym importuje się ją ponownie
providers-edit = Zmień ten wpis
providers-import-lead = Nic nie ginie: pliki są przechowywane w całości. Wpisy, których nie można użyć, są pokazane z numerem wiersza i sposobem naprawy; wszystkie pozostałe są używane.
providers-files = Pliki
providers-files-hint = CSV, HSDS (JSON albo tabele wybrane razem z plikiem datapackage.json) lub schema.org JSON-LD; najwyżej 1 MB każdy i 2 MB razem, jako tekst UTF-8. Plik o nazwie wcześniejszego zajmuje jego miejsce.
providers-import-button = Importuj
providers-no-file = Nie wybrano pliku. Prosimy go wybrać i wysłać ponownie.
providers-too-large = To za dużo: jeden plik może mieć do 1 MB, wszystkie razem do 2 MB. Prosimy podzielić listę i importować części jedną po drugiej. Niczego nie zmieniono.
providers-not-text = Plik „{ $name }” nie jest tekstem UTF-8. Prosimy zapisać tabelę jako „CSV UTF-8” i wysłać ponownie. Niczego nie zmieniono.
providers-not-a-list = Plik „{ $name }” nie jest listą firm: jego nazwa musi kończyć się na .csv, .json lub .jsonld. Niczego nie zmieniono.
providers-nothing-read = Nie udało się odczytać żadnej firmy, więc niczego nie zmieniono. Tabela pokazuje, co jest nie tak.
providers-apart = { $n ->
    [one] Odłożono { $n } pozycję.
    [few] Odłożono { $n } pozycje.
   *[other] Odłożono { $n } pozycji.
  }
providers-apart-kept = Nie są używane i czekają na liście, aż ktoś je poprawi.
providers-apart-none = Wszystko udało się wykorzystać.
providers-apart-where = Gdzie
providers-apart-why = Co jest nie tak
providers-apart-mend = Co zrobić
providers-formats = Jak ma wyglądać lista
providers-formats-csv = CSV: jeden wiersz to jedna usługa w jednym miejscu. Wymagane są tylko kolumny provider i service.
providers-formats-row = Stopy Anny,Podologia,Poznań,ul. Długa 1,+48 000 000 000,Mo-Fr 09:00-17:00,2026-11-20
providers-formats-hsds = HSDS: listy Open Referral 3.1 lub 3.0, jako JSON albo pakiet tabel.
providers-formats-schema = schema.org: JSON-LD firm z nazwą i adresem.
providers-list = Lista { $name }
providers-read = { $n ->
    [one] Odczytano { $n } firmę,
    [few] Odczytano { $n } firmy,
   *[other] Odczytano { $n } firm,
  }
providers-read-services = { $n ->
    [one] { $n } usługę.
    [few] { $n } usługi.
   *[other] { $n } usług.
  }
providers-read-who = Kogo odczytano
providers-list-text = Lista z numerami wierszy
providers-more-lines = To nie koniec listy; przechowywana jest w całości.
providers-import-again = Importuj ponownie
providers-remove-list = Usuń tę listę
providers-remove-list-hint = Firmy z niej nie będą już podawane. Inne listy zostają.
providers-remove-list-button = Usuń listę
providers-say = Może się Pani/Pan zwrócić także do: { $who }.
providers-say-one = { $n ->
    [0] { $provider }
   *[other] { $provider } ({ $reach })
  }

day-monday = poniedziałek
day-tuesday = wtorek
day-wednesday = środa
day-thursday = czwartek
day-friday = piątek
day-saturday = sobota
day-sunday = niedziela

entry-title = Dodaj firmę
entry-title-edit = Zmień wpis
entry-stale = W międzyczasie ktoś inny zmienił tę listę. Wpisana treść została na stronie; przed ponownym zapisaniem warto zajrzeć na listę.
entry-wrong = Czegoś nie można przyjąć w tej postaci. Niczego nie zmieniono.
entry-where = Gdzie
entry-reach = Kontakt
entry-when = Kiedy
entry-more = Więcej
entry-provider = Kto
entry-provider-hint = Nazwa, pod jaką znają ją klienci.
entry-provider-missing = Prosimy podać, kto to jest.
entry-service = Co oferuje
entry-service-hint = Jedna usługa; kolejne mają osobne wpisy.
entry-service-missing = Prosimy podać, co oferuje.
entry-description = Opis
entry-description-hint = Jednym zdaniem.
entry-street = Ulica i numer
entry-street-hint = Jak na kopercie.
entry-town = Miejscowość
entry-town-hint = Według niej szukane są najbliższe firmy.
entry-areas = Dojeżdża do
entry-areas-hint = Miejscowości rozdzielone znakiem |.
entry-remote = Przez telefon lub internet
entry-phone = Telefon
entry-phone-hint = Z numerem kierunkowym kraju, na przykład +48 61 000 00 00.
entry-email = E-mail
entry-email-hint = Adres podany publicznie.
entry-url = Strona internetowa
entry-url-hint = Zaczyna się od https://
entry-hours = Godziny
entry-hours-hint = Na przykład Mo-Fr 09:00-12:00,13:00-17:00; części rozdziela znak |. Dni po angielsku: Mo, Tu, We, Th, Fr, Sa, Su.
entry-checked = Kiedy ostatnio sprawdzono ten wpis
entry-checked-hint = Dzień, na przykład 2026-11-24.
entry-capacity = Wolne miejsca
entry-capacity-unknown = nie wiadomo
entry-confirmed = Potwierdzono dnia
entry-confirmed-hint = Kiedy ktoś zapytał, czy są miejsca.
entry-status = Oferowane
entry-status-active = tak
entry-terms = Rodzaj usługi
entry-terms-hint = Klasyfikacje rozdzielone znakiem |.
entry-languages = Języki
entry-languages-hint = Na przykład pl|uk albo nazwy.
entry-accessibility = Dla osób z niepełnosprawnościami
entry-accessibility-hint = Na przykład podjazd|winda, rozdzielone znakiem |.
entry-min_age = Wiek od
entry-min_age-hint = W pełnych latach.
entry-max_age = Wiek do
entry-max_age-hint = W pełnych latach.
entry-not_for = Kogo nie przyjmuje
entry-not_for-hint = Warunek nad faktami, na przykład request.contraindicated. To, czego firma nie może zrobić, nigdy to, kim jest klient.
entry-latitude = Szerokość geograficzna
entry-latitude-hint = W stopniach, na przykład 52,41.
entry-longitude = Długość geograficzna
entry-longitude-hint = W stopniach, na przykład 16,93.
entry-note = Notatka
entry-note-hint = Do własnego użytku; nie jest nikomu pokazywana.
entry-remove = Usuń ten wpis
entry-remove-hint = Inne wpisy tej firmy zostają.
entry-remove-button = Usuń

refer-page-title = Kto jeszcze może pomóc
refer-page-back = Wróć do odpowiedzi
refer-page-what = Czego potrzebuje klient
refer-page-within = Najdalej (km)
refer-page-service = Prosimy napisać w jednym, dwóch słowach, czego potrzebuje klient.
refer-page-town = W tej miejscowości nie ma żadnej firmy.
refer-page-no-town = Gdzie jest klient? Prosimy podać miejscowość.
refer-page-towns = Miejscowości, w których są firmy:
refer-page-nobody = Nikt nie jest jeszcze wpisany. Prosimy zanotować, że nikogo nie znano, i podać publiczny rejestr.
refer-page-say = Do przeczytania klientowi
refer-page-all = Pokaż także wszystkich pominiętych
