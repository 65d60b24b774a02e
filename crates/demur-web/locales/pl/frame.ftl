### Co otacza każdą stronę i co może się nie udać.

frame-skip = Przejdź do treści
frame-danger = Zagrożenie
frame-leave = Szybkie wyjście
frame-leave-hint = Od razu pokazuje neutralną stronę. Tak samo działa trzykrotne naciśnięcie klawisza Escape.
frame-demo = Wersja pokazowa: firma, osoby i sprawy są zmyślone, nic nie jest zachowywane.
frame-foot = To nie jest porada prawna. Decyduje człowiek.
frame-signed-in = Zalogowano: { $login }
frame-sign-out = Wyloguj

nav-label = Działy
nav-counter = Przy ladzie
nav-cases = Sprawy
nav-providers = Inne firmy
nav-law = Przepisy
nav-policy = Zasady firmy
nav-settings = Ustawienia

away-title = Dzień dobry
away-text = Za chwilę się Państwem zajmiemy.
away-back = Dalej

danger-title = Zagrożenie
danger-lead = Najpierw pomoc. Nic innego nie jest teraz pilne.
danger-call = Zadzwoń pod 112
danger-step-away = Zadbaj o swoje bezpieczeństwo: zachowaj odstęp, stań blisko wyjścia, zamknij drzwi między sobą a zagrożeniem.
danger-step-call = Zadzwoń pod 112. Powiedz, gdzie jesteś, co się dzieje i ile osób jest rannych. Zakończ rozmowę dopiero po dyspozytorze.
danger-step-others = Powiadom współpracowników i gości. Nikt nie zostaje sam z osobą agresywną.
danger-step-help = Udziel pierwszej pomocy, jeśli możesz to zrobić bezpiecznie; dyspozytor powie, jak.
danger-step-after = Potem: odpoczynek i rozmowa z kimś zaufanym, a dopiero później zapis tego, co się stało.
danger-say-title = Co powiedzieć
danger-say = Pomoc jest w drodze. Proszę zachować odstęp.
danger-no-refusal = Kto potrzebuje pilnej pomocy, ten ją dostaje. O obsłudze decyduje się, gdy zagrożenie minie.
danger-back = Zagrożenie minęło

fault-home = Do lady
fault-code = Kod: { $code }
fault-title-not-found = Nic tu nie ma
fault-title-forbidden = Tego nie możesz zrobić
fault-title-conflict = Ktoś inny był szybszy
fault-title-broken = Coś się nie udało
fault-title-invalid = W tej postaci nie można tego przyjąć
fault-not-found = Nie ma takiej strony albo nie masz do niej dostępu. Być może adres jest błędny lub nieaktualny.
fault-not-set-up = Program nie został jeszcze skonfigurowany.
fault-not-yours = Twoja rola tego nie obejmuje. Role zmienia osoba, która prowadzi program: Ustawienia, Osoby.
fault-only-admin = Może to zrobić tylko osoba, która prowadzi program.
fault-not-our-form = Formularz nie pochodzi ze strony tej sesji; być może w międzyczasie zalogowano się ponownie. Wróć, wczytaj stronę jeszcze raz i powtórz. Niczego nie zmieniono.
fault-unreadable = Nie udało się odczytać formularza. Wróć i wyślij go ponownie. Niczego nie zmieniono.
fault-interview-gone = Ta rozmowa jest zakończona. Jeśli ją zapisano, sprawa jest w rejestrze; jeśli nie, zacznij od nowa, to zajmie minutę.
fault-broken = To błąd programu. Nic z tego, co potwierdzono wcześniej, nie zginęło. Spróbuj ponownie; jeśli to nie pomoże, powiadom osobę, która prowadzi program.

components-title = Elementy
components-lead = Wszystkie elementy, z których składają się strony, wraz ze stanami. Co tu wygląda źle, wygląda źle wszędzie.
components-sentence = Jedno zdanie mówi, o co chodzi i co zrobić.
components-verdict = Werdykt
components-buttons = Przyciski
components-tiles = Kafelki
components-say = Słowa dla klienta
components-badges = Etykiety
components-verified = sprawdzone
components-recalled = z pamięci
components-contested = sporne
components-fields = Pola
components-beside = Uwagi na marginesie
components-lists = Listy
components-panel = Panel
components-timeline = Oś czasu
components-table = Tabela
