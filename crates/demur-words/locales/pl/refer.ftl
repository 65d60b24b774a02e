### Kto inny może pomóc klientowi.

refer-serve-here = Obsłuż na miejscu: wskazanie kogoś innego tego nie zastępuje. Zrób to tylko na prośbę klienta.
refer-forbidden-here = Prawo zabrania tego tej firmie: najpierw zapytaj, czy nie zabrania też tamtej.
refer-unlawful-part = Nikogo nie wskazujemy
refer-unlawful = Prawo zabrania każdemu spełnić tę prośbę, więc nie wolno odsyłać z nią dalej.
refer-norm = { $title } ({ $cite })
refer-open-part = Najpierw ustal
refer-open = Od tego, czego jeszcze nie wiadomo, zależy, czy ktokolwiek może spełnić tę prośbę:
refer-instead-part = Zanim odeślesz klienta
refer-providers-part = Kto może pomóc
refer-nobody = Nikogo w katalogu w promieniu { $km } km. Zapisz, że nikogo nie znaleziono, i wskaż rejestr publiczny.
refer-who = { $provider }: { $service }
refer-more = { $n ->
    [one] i jeszcze { $n }{ refer-all }
    [few] i jeszcze { $n }{ refer-all }
   *[other] i jeszcze { $n }{ refer-all }
  }
refer-ask-first = Najpierw zapytaj: { $what }
refer-fictional = Zmyślone, jako przykład katalogu.
refer-fresh = { $days ->
    [0] potwierdzone dzisiaj
    [one] potwierdzone wczoraj
   *[other] potwierdzone { $days } dni temu
  }
refer-stale = { $days ->
    [one] ostatnio potwierdzone wczoraj: najpierw zadzwoń
   *[other] ostatnio potwierdzone { $days } dni temu: najpierw zadzwoń
  }
refer-never = nigdy niepotwierdzone: najpierw zadzwoń
refer-offers = oferuje „{ $text }”
refer-distance = { $km } km
refer-about = około { $km } km
refer-remote = przez telefon lub internet
refer-serves = dojeżdża: { $text }
refer-open-until = otwarte do { $text }
refer-always-open = zawsze otwarte
refer-opens = otwiera się { $text }
refer-closed = zamknięte w najbliższych tygodniach
refer-hours-unknown = godziny nieznane
refer-speaks = mówi: { $text }
refer-language = { $code ->
    [pl] polski
    [en] angielski
    [uk] ukraiński
    [de] niemiecki
    [ru] rosyjski
    [be] białoruski
    [lt] litewski
    [cs] czeski
    [sk] słowacki
    [fr] francuski
    [es] hiszpański
    [it] włoski
    [ro] rumuński
    [ka] gruziński
    [vi] wietnamski
    [ar] arabski
    [tr] turecki
    [pso] polski język migowy
   *[other] { $code }
  }
refer-accessible = ma „{ $text }”
refer-room = są miejsca
refer-waiting = jest kolejka
refer-doubt-language = czy ktoś tam mówi w tym języku: { $text }?
refer-doubt-access = czy jest tam „{ $text }”?
refer-doubt-place = gdzie to jest?
refer-doubt-room = czy są już miejsca?
refer-duties-part = Obowiązek skierowania
refer-in-short = { $provider }, { $service }
refer-in-short-far = { $provider }, { $service } ({ $km } km)
refer-duty-met = Spełniony: { $duty } – { $who }
refer-duty-perhaps = Może spełniony, najpierw zapytaj: { $duty } – { $who }
refer-duty-unmet = Niespełniony: { $duty }. Nikt w katalogu tego nie zapewni: wskaż rejestr publiczny i zapisz, że nikogo nie znaleziono.
refer-duty-unlawful = Nie przez wskazanie firmy: { $duty }
refer-registers-part = Rejestry publiczne
refer-register = { $provider }: { $service } ({ $reach })
refer-left-out-part = Pominięte
refer-left-out = { $provider }, { $service }: { $why }
refer-why-paused = teraz nieoferowane
refer-why-ended = już nieoferowane
refer-why-full = { $days ->
    [0] dzisiaj brak miejsc
    [one] wczoraj brak miejsc
   *[other] { $days } dni temu brak miejsc
  }
refer-why-language = nie mówi w tym języku: { $text }
refer-why-access = nie ma „{ $text }”
refer-why-not = nie przyjmie tego klienta: { $text }
refer-why-far = { $km } km stąd
refer-rejected-part = Wiersze, których nie można użyć
refer-all = { $medium ->
    [terminal] ; --all pokazuje wszystkie
   *[page] {""}
  }
