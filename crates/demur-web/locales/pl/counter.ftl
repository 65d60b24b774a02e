### Przy ladzie: strona główna, rozmowa, opinia, decyzja.

home-title = Co się dzieje?
home-lead = Wybierz to, co najbliższe. Pytamy tylko o to, co jeszcze ma znaczenie, a potem podajemy odpowiedź i słowa dla klienta.
home-search = Szukaj sytuacji
home-search-hint = Na przykład: pijany, faktura, pies
home-search-button = Szukaj
home-nothing = Nie znaleziono: „{ $sought }”
home-nothing-hint = Poniżej jest wszystko. „Coś innego” pasuje zawsze.
home-ethics = Źle się zachowuje
home-inability = Nie możemy tego spełnić
home-interest = Sprzeciwia się temu prawo albo sumienie
home-none = Coś innego

interview-number-of = Pytanie { $n }
interview-to-go = do końca najwyżej { $n ->
    [one] { $n } pytanie
    [few] { $n } pytania
   *[many] { $n } pytań
  }
interview-yes = Tak
interview-no = Nie
interview-none = Nic z tego
interview-unknown = Nie wiem
interview-withheld = Klient nie chce powiedzieć
interview-go-on = Dalej
interview-number-label = Liczba
interview-earlier = Poprzednia odpowiedź: { $answer }
interview-why = Dlaczego o to pytamy?
interview-possible = Nadal możliwe:
interview-back = Wstecz
interview-leave = Porzuć tę rozmowę
interview-choose = Wybierz odpowiedź. „Nie wiem” to też odpowiedź.
interview-tick = Zaznacz, co pasuje, albo naciśnij „Nic z tego”.
interview-number = Wpisz odpowiednią liczbę całkowitą albo naciśnij „Nie wiem”.
interview-suggested = Zaznaczono na podstawie wyboru na początku. Zmień, jeśli jest inaczej, i dodaj wszystko, co jeszcze ma znaczenie.
interview-clash = Nie zgadza się to z wcześniejszymi odpowiedziami. Ostatniej nie przyjęto.

opinion-say = Co teraz powiedzieć
opinion-copy = Kopiuj
opinion-copied = Skopiowano
opinion-notice = Napisz to klientowi
opinion-providers = Kto inny może pomóc?
opinion-source = Źródło
opinion-everything = Wszystko: wszystkie przepisy, dlaczego nie inaczej, jaka pewność
opinion-back = Zmień odpowiedź
opinion-leave = Nie zapisuj; porzuć

decision-title = Twoja decyzja
decision-hint = Opinia jest radą. Decydujesz ty, a z zapisu widać, że zdecydował człowiek.
decision-choice = Co robisz?
decision-serve = Obsługuję
decision-serve-differently = Obsługuję inaczej
decision-refuse = Nie obsługuję
decision-later = Nikt jeszcze nie zdecydował
decision-words = Dlaczego, własnymi słowami
decision-words-hint = Jedno lub dwa zdania, co najmniej 40 znaków, o tym, co zrobiono lub o co proszono; nic o samej osobie.
decision-reason = Dlaczego decydujesz inaczej niż opinia?
decision-reason-hint = Tylko przy odmowie; co najmniej 20 znaków. Zostanie zapisane jako decyzja firmy, nigdy jako nakaz prawa.
decision-more = Dodaj opis zdarzenia lub kontakt
decision-facts = Co się stało
decision-facts-hint = Fakty, po kolei. Bez zdrowia, pochodzenia, wyznania i innych cech.
decision-contact = Jak skontaktować się z klientem
decision-contact-hint = Tylko jeśli trzeba odpowiedzieć. Zostanie zaszyfrowane i usunięte, gdy minie jego czas.
decision-channel = Rodzaj kontaktu
decision-name = Nazwisko do odpowiedzi, jeśli potrzebne
decision-not-recorded = Niczego jeszcze nie zapisano.
decision-record = Zapisz
channel-phone = Telefon
channel-email = E-mail
channel-post = Poczta

recorded-title = Zapisano
recorded-number = Numer sprawy:
recorded-tell = Klient powinien usłyszeć, dlaczego, i kto inny może pomóc.
recorded-show = Otwórz sprawę
recorded-next = Następny klient
recorded-code = Dowód dla klienta
recorded-code-hint = Tym tekstem klient może później wykazać, że zapisu nie zmieniono. Pokazujemy go raz i nie przechowujemy.
recorded-code-label = Dowód
