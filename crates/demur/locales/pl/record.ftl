### Rejestr z wiersza poleceń.

record-no-home = Nie ma katalogu domowego, więc nie wiadomo, gdzie jest rejestr. Wskaż go: --db PLIK --keys PLIK.
record-not-there = W { $path } nie ma jeszcze rejestru. Utworzy go `demur case record`; inne miejsce wskaż przez --db.
record-who = Kim jesteś? Napisz --as ROLA:PSEUDONIM, np. --as privacy:s-0001; role to desk, decider, reviewer, privacy, auditor i admin.
record-contact = Kontakt to RODZAJ:WARTOŚĆ; rodzaje to email, phone, post i account, np. email:a@example.org.
record-notice-lacks = W piśmie zostałyby luki, a tego, czego nie powiedziano, nie zapisujemy jako powiedziane. Uzupełnij przez --set MIEJSCE="…": { $places }. Nic nie zapisano.
record-no-proof = { $path } nie jest ani listem klienta, ani wyeksportowanym pakietem. Podaj plik JSON tak, jak zapisał go `demur case record --letter` albo `demur case export`.

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
record-heads-kept = { $n ->
    [one] Skrót końcowy zapisano.
    [few] Rejestr prowadzi przez wszystkie { $n } zapisane skróty.
   *[other] Rejestr prowadzi przez wszystkie { $n } zapisanych skrótów.
  }
record-head-left = Rejestr NIE prowadzi przez skrót z dnia { $day } (wpis { $seq }): zmieniono go, to inny rejestr albo starsza kopia zapasowa. Niczego nie zapisano. Nic więcej nie zmieniaj, zrób kopię i porównaj z ostatnią kopią zapasową.
record-heads-file = W { $path } nie da się przechowywać skrótów dziennika: { $reason }.
record-heads-line = { $path }:{ $n }: ten wiersz nie jest skrótem dziennika. Wskaż plik, w którym nie ma nic innego.
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
