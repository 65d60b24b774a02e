### Rejestr, sprawy, pisma do klienta.

register-title = Sprawy
register-only-own = Widać tu sprawy otwarte przez Ciebie, w których nikt jeszcze nie zdecydował.
register-find = Numer sprawy
register-find-hint = Numer, na przykład SKLEP-2026-7K3M9QD2
register-find-button = Szukaj
register-filters = Filtruj
register-any = dowolne
register-number = Numer
register-when = Dzień
register-state = Stan
register-decision = Decyzja
register-undecided = nikt nie zdecydował
register-opinion = opinia: { $verdict }
register-verdict = Opinia
register-ground = Podstawa
register-site = Placówka
register-deadline = Termin
register-from = Od
register-to = Do
register-due-by = Termin upływa do
register-show = Pokaż
register-everything = Pokaż wszystko
register-due = { $what }: do { $day }
register-overdue = po terminie: { $due }
register-bad-filter = Nie udało się odczytać tego filtra. Wybierz go jeszcze raz; dzień zapisuje się tak: 2026-11-24.
register-all = Wszystkie sprawy
register-found = Znalezione
register-on-page = { $n ->
    [one] 1 sprawa na tej stronie
    [few] { $n } sprawy na tej stronie
   *[many] { $n } spraw na tej stronie
  }
register-next = Starsze
register-first = Wróć do najnowszych
register-empty = Nie ma jeszcze żadnych spraw
register-empty-hint = Ze sprawy widać, o co proszono, co zdecydowano i dlaczego, więc można to później wyjaśnić. Sprawa powstaje przy ladzie: trzeba wybrać, co się dzieje, odpowiedzieć na kilka pytań i zapisać decyzję.
register-begin = Do lady
register-nothing = Nic nie pasuje do tych filtrów
register-nothing-hint = Usuń któryś filtr albo wybierz dłuższy okres. Sprawy, których czas minął, są już tylko liczone, a nie wymieniane.

attention-title = Wymaga uwagi
attention-due = Termin w ciągu tygodnia
attention-open = Nikt jeszcze nie zdecydował
attention-appealed = Klient prosi o ponowne sprawdzenie
attention-objected = Klient sprzeciwia się zapisowi
attention-more = Pokaż wszystkie

figures-title = W liczbach
figures-by-month = Sprawy według miesięcy
figures-month = Miesiąc
figures-by-choice = Według decyzji
figures-choice = Decyzja
figures-by-ground = Według podstawy
figures-ground = Podstawa
figures-no-ground = bez podstawy
figures-undecided = nikt nie zdecydował
figures-cases = Sprawy
figures-table = Jako tabela
figures-few = mało
figures-small = Liczb poniżej dziesięciu nie pokazujemy, żeby nikogo nie dało się w nich rozpoznać.
figures-newest = Policzono najnowsze sprawy: { $n }. Są też starsze.
figures-rubber-stamp = Ostatnie pięćdziesiąt decyzji w całości powtarza opinię albo zapadło w kilka sekund. Warto przejrzeć niektóre z nich: decydować ma człowiek.

file-back = Sprawy
file-notice = Powiadom klienta
file-notice-hint = Co zdecydowano, dlaczego i kto inny może pomóc.
file-not-applied = Sprawdzone, bez zastosowania
file-more = Co dalej
file-stranded = Oto wpisany tekst; skopiuj go, jeśli jest jeszcze potrzebny:

texts-title = Kontakt i teksty
texts-hint = Są zaszyfrowane. Każde wyświetlenie zostaje w dzienniku, a klient może zapytać, kto je oglądał.
texts-show = Pokaż kontakt i teksty

step-adjustment = Czy zaproponowano dostosowanie?
step-adjustment-hint = Tylko czy, nigdy jakie: ułatwienie dostępu, inny termin, inna forma.
step-no-choice = Zaznacz, jaka jest decyzja.
step-no-kind = Zaznacz, co wpłynęło.
step-no-outcome = Zaznacz, jaki jest wynik.
step-no-day = Wybierz dzień.
step-bad-day = To nie jest data. Zapisz ją tak: 2026-12-08.

confirm-title = Druga para oczu
confirm-hint = Ktoś inny niż osoba, która zdecydowała, sprawdza decyzję i ją potwierdza.
confirm-send = Potwierdź decyzję

review-title = Rozpatrz odwołanie lub sprzeciw
review-hint = Nie może tego zrobić osoba, która zdecydowała w sprawie.
review-outcome = Co będzie z decyzją?
review-words = Dlaczego, własnymi słowami
review-send = Rozstrzygnij
outcome-upheld = Zostaje
outcome-changed = Zastępuje ją łagodniejsza
outcome-lifted = Zostaje uchylona

receive-title = Coś wpłynęło
receive-what = Co wpłynęło?
receive-no-appeal = Nic jeszcze nie zdecydowano, więc nie ma się od czego odwołać.
receive-send = Odnotuj

statement-title = Dodaj wypowiedź klienta
statement-label = Słowami klienta
statement-hint = Stoi obok faktów. O sobie klient może mówić, co zechce.
statement-send = Dodaj

correct-title = Popraw fakty
correct-hint = Cały tekst w poprawnej postaci. Poprzednią wersję nadal może odczytać audytor.
correct-send = Zastąp fakty

deadline-title = Wyznacz termin
deadline-legend = Co trzeba zrobić i do kiedy?
deadline-if-any = Termin, jeśli jest
deadline-day = Dzień
deadline-what = Co
deadline-send = Wyznacz
deadline-none = Usuń termin
deadline-answer = odpowiedzieć klientowi
deadline-review = sprawdzić jeszcze raz
deadline-other = coś innego

hold-title = Zatrzymaj z powodu sporu
hold-hint = Zatrzymanej sprawy nie usuwamy. Potrzebny jest fakt i jego data; to, że nie minął termin przedawnienia, nie wystarczy.
hold-fact = Co świadczy o sporze?
hold-day = Data
hold-send = Zatrzymaj
hold-held = Zatrzymana z powodu sporu
hold-held-hint = Zatrzymanie, którego nikt nie sprawdzi przez sześć miesięcy, ustaje samo.
hold-review = Spór trwa: kolejne sześć miesięcy
hold-end = Spór się zakończył

close-send = Zamknij sprawę
close-hint = Nie zostało nic do zrobienia. Sprawa pozostanie do końca swojego czasu.

packet-send = Zapisz dowody do pliku
packet-hint = Plik, który można sprawdzić innym programem. W dzienniku zostaje ślad, że go utworzono.

erase-link = Usuń kontakt i teksty
erase-title = Usunięcie kontaktu i tekstów
erase-held = Spór nie pozwala usunąć danych tej sprawy. Najpierw trzeba zakończyć zatrzymanie albo odpowiedzieć na wniosek, podając jego powód.
erase-goes = Co zniknie
erase-goes-contact = Nazwisko i kontakt klienta
erase-goes-texts = Wszystkie teksty: co się stało, słowa decyzji, pisma, wypowiedzi
erase-goes-key = Klucz, którym je zaszyfrowano, więc nie da się ich odczytać także z kopii zapasowej
erase-goes-people = Kto otworzył sprawę i kto zdecydował; zostają same role
erase-stays = Co zostanie
erase-stays-skeleton = Odpowiedzi, opinia, decyzja i przebieg bez niczyich danych, do { $day }
erase-stays-journal = Jeden wpis w dzienniku: że dane usunięto i dlaczego
erase-why = Dlaczego usuwamy?
erase-requested = Osoba o to poprosiła
erase-objection = Osoba wniosła sprzeciw i nic go nie przeważa
erase-unlawful = Tych danych nie należało przechowywać
erase-period-ended = Minął czas ich przechowywania
erase-no-reason = Zaznacz, dlaczego dane są usuwane.
erase-no-way-back = Tego nie da się cofnąć.
erase-send = Usuń na zawsze
erase-not = Nie usuwaj

access-link = Ktoś pyta, jakie jego dane przechowujemy
access-title = Jakie dane osoby przechowujemy
access-lead = Ktoś pyta, jakie jego dane są przechowywane. Najpierw upewnij się, że to ta osoba. Powstanie zestawienie wszystkiego, co dotyczy jednego kontaktu: słowami do druku albo jako plik dla programów; przekaż je tej osobie.
access-contact = Kontakt
access-contact-hint = Tak, jak podaje go ta osoba: drobne różnice w zapisie nie mają znaczenia.
access-channel-email = E-mail
access-channel-phone = Telefon
access-channel-post = Poczta
access-channel-account = Konto lub karta klienta
access-logged = W dzienniku zostaje ślad, że dane wydano. Po trzydziestu dniach usuń plik.
access-send = Zapisz plik
access-in-words = Pokaż do druku
access-nothing = O tym kontakcie nic nie przechowujemy
access-nothing-hint = Przekaż to tej osobie. Zapytaj o inne kontakty, których mogła użyć.

done-decide = Decyzja została zapisana.
done-confirm = Decyzja została potwierdzona.
done-receive = Odnotowano.
done-statement = Dodano wypowiedź.
done-correct = Zastąpiono fakty.
done-review = Odwołanie lub sprzeciw rozstrzygnięto.
done-deadline = Termin został odnotowany.
done-close = Sprawa jest zamknięta.
done-hold = Sprawa jest zatrzymana.
done-review-hold = Zatrzymanie trwa kolejne sześć miesięcy.
done-end-hold = Zatrzymanie zakończono.
done-erase = Kontakt i teksty usunięto.
done-notice = Zapisano, co przekazano klientowi.

tell-title = Powiadom klienta
tell-of = Sprawa { $number }
tell-of-interview = Jeszcze niezapisane
tell-choices = W jaki sposób
tell-channel = Jak to dotrze do klienta
tell-lang = Język
tell-lang-pl = polski
tell-lang-en = angielski
tell-lang-de = niemiecki
tell-address = Jak zwracamy się do klienta po polsku
tell-address-hint = Tak, jak klienci piszą o sobie; nigdy na podstawie imienia lub wyglądu.
tell-address-panstwo = Państwo (pasuje zawsze)
tell-address-pani = Pani
tell-address-pan = Pan
tell-scenario = Co wyjaśniamy
tell-scenario-none = Wybierz
tell-scenario-own = wynika z opinii
tell-write = Napisz
tell-write-hint = Tekst poniżej powstanie od nowa; to, co zmieniono ręcznie, pokażemy jeszcze raz pod nim.
tell-places = Do uzupełnienia
tell-places-hint = Puste miejsca zostają w tekście w nawiasach.
tell-otherwise = Gdy puste: { $words }
tell-changed = Sprawę { $number } ktoś zmienił, odkąd otwarto tę stronę. Niczego nie wysłano. Przed powtórzeniem przeczytaj ją jeszcze raz.
tell-filled = Co jest uzupełnione
tell-subject = Temat
tell-text = Tekst
tell-text-hint = Można go zmieniać. Uwagi obok odświeżają się podczas pisania.
tell-text-own = Nie przygotowaliśmy tu tekstu. Można napisać własny; i tak go sprawdzimy.
tell-before = Tekst sprzed ponownego napisania
tell-check = Sprawdź
tell-copy = Kopiuj
tell-print = Drukuj
tell-pdf = Zapisz jako PDF
tell-pdf-edited = PDF zawiera tekst w postaci przygotowanej przez program. Aby mieć na papierze własne zmiany, wydrukuj tę stronę.
tell-remarks = Zanim użyjesz
tell-record-first = Najpierw zapisz decyzję: wtedy w tekście będzie numer sprawy, a w sprawie to, co przekazano klientowi.
tell-back = Wróć do opinii
tell-why-not = Dlaczego nie przygotowaliśmy tekstu

tell-no-words = { $n ->
    [0] W tym języku nie ma gotowego tekstu na ten temat. Można napisać własny poniżej; i tak go sprawdzimy.
   *[other] W tym języku nie ma gotowego tekstu do przekazania w ten sposób. Można wybrać: { $channels }.
  }
tell-lint = Czy jest jasno, uprzejmie, zgodnie z prawem i dość krótko?
tell-lint-good = Nie ma nic do poprawienia.
tell-lint-empty = Nie ma jeszcze tekstu do sprawdzenia.
tell-lint-blocked = W tej postaci nie powinno wyjść: najpierw trzeba poprawić błąd.
tell-lint-where = Wiersz { $line }
tell-lint-whole = Cały tekst
tell-lint-show = Pokaż w tekście
tell-lint-reads = Liczba słów: { $words }; trudność { $value } ({ $formula }), do { $limit } jest dość łatwo.
tell-lint-waiting = Sprawdzamy …
tell-lint-failed = Teraz nie udało się sprawdzić. Naciśnij „Sprawdź”.

tell-others = Kto inny może pomóc
tell-service = Czego klient potrzebuje
tell-service-hint = Słowo, na przykład „podolog”
tell-near = Gdzie jest klient
tell-near-hint = Miejscowość
tell-look = Szukaj
tell-name = Podaj tę firmę
tell-nobody = Nikt w spisie nie pasuje. Powiedz to i zapisz, dlaczego nikogo nie polecono.
tell-no-directory = Spis innych firm jest jeszcze pusty.
tell-no-directory-link = Dodaj inne firmy
tell-refer-unlawful = Prawo zabrania tego wszystkim. Nikogo nie podajemy.
tell-refer-open = Nie wiadomo jeszcze, czy komukolwiek wolno to zrobić. Sprawdź to, zanim kogoś podasz.
tell-refer-service = Wpisz, czego klient potrzebuje; z opinii to nie wynika.
tell-refer-town = W spisie nie ma takiej miejscowości. Są: { $towns }.
tell-refer-call-first = Najpierw zadzwoń
tell-named = Podana w tekście: { $provider }

tell-send = Wyślij
tell-to = Adres e-mail klienta
tell-mailto = Otwórz w programie pocztowym
tell-mail = Wyślij e-mail
tell-mail-hint = Wyjdzie z adresu { $from }.
tell-mail-no-subject = Wpisz temat w jednym wierszu.
tell-mail-no-address = To nie jest adres e-mail.
tell-mail-blocked = W tekście jest błąd, który trzeba poprawić przed wysłaniem.
tell-mail-open = Trzeba jeszcze uzupełnić miejsca w nawiasach: { $places }
tell-mail-failed = E-maila nie wysłano: serwer poczty wychodzącej go nie przyjął. Niczego nie zapisano. Spróbuj ponownie albo wyślij go ze swojego programu pocztowego.
tell-mail-sent = E-mail wysłano na adres { $to }.
tell-mail-sent-unrecorded = E-mail wysłano, ale nie udało się tego zapisać: { $why } Zapisz to poniżej; nie wysyłaj go drugi raz.
tell-told-title = Klient już wie
tell-told-hint = Naciśnij, gdy tekst został powiedziany, wysłany lub wręczony. Zapiszemy go w postaci powyżej, zaszyfrowany.
tell-told = Przekazano to klientowi
tell-told-open = Nie można zapisać jako powiedziane tego, czego nie powiedziano. Nadal w nawiasach: { $places }
tell-told-empty = Nie ma tekstu, który można by zapisać.
tell-told-conflict-hint = Zanim powtórzysz, przeczytaj sprawę jeszcze raz.
mail-subject = { $lang ->
    [pl] { $case ->
        [none] Odpowiedź: { $firm }
       *[other] Sprawa { $case }: { $firm }
      }
    [de] { $case ->
        [none] Antwort: { $firm }
       *[other] Vorgang { $case }: { $firm }
      }
   *[en] { $case ->
        [none] Our answer: { $firm }
       *[other] Case { $case }: { $firm }
      }
  }

answer-title = Co odpowiedzieć
answer-held-hint = Jeśli ktoś prosi o usunięcie: to wyjaśnia, dlaczego jeszcze nie, i gdzie złożyć skargę.
answer-objection-hint = Sprzeciwu nie uwzględniono: to wyjaśnia dlaczego i gdzie klient może złożyć skargę.
