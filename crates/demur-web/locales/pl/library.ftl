### Biblioteka prawa, zasady firmy, inne firmy, które mogą pomóc.

law-title = Prawo
law-lead = Każda norma, według której ocenia aplikacja: ze źródłem, datami i stopniem pewności. To nie jest porada prawna.
law-search = Szukaj wśród norm
law-search-hint = gotówka, pies asystujący, art. 135
law-search-button = Szukaj
law-pack = Kraj lub zbiór
law-layer = Warstwa
law-any = wszystkie
law-on = Stan na dzień
law-on-wrong = Prosimy podać dzień, na przykład 2026-11-24.
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
law-col-says = Co nakazuje
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
