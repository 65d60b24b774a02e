### Opinia dla kogoś, kto stoi przy ladzie i się denerwuje.

danger-label = Zagrożenie
danger-now = Zadzwoń teraz pod 112
danger-why = . Czyjeś życie lub zdrowie jest zagrożone.
danger-rest = . Najpierw pomoc; reszta może poczekać.

verdict-label = Werdykt
verdict-danger = Najpierw pomoc
verdict-danger-rest = : o obsłudze zdecyduj, gdy zagrożenie minie
verdict-must-serve = Obsłuż
verdict-must-serve-rest = { $layer ->
    [law] : prawo zabrania tu odmowy
    [code] : zasady zawodu zabraniają tu odmowy
    [house] : zasady firmy zabraniają tu odmowy
   *[other] : dobra praktyka zabrania tu odmowy
  }
verdict-must-serve-reason = { $layer ->
    [law] : prawo zabrania odmowy z takiego powodu
    [code] : zasady zawodu zabraniają odmowy z takiego powodu
    [house] : zasady firmy zabraniają odmowy z takiego powodu
   *[other] : dobra praktyka zabrania odmowy z takiego powodu
  }
verdict-not-justified = Nie odmawiaj
verdict-not-justified-rest = { $layer ->
    [law] : prawo wymaga uzasadnionej przyczyny, a jej tu nie ma
    [code] : zasady zawodu wymagają przyczyny, a jej tu nie ma
    [house] : prawo tego nie zabrania, ale zasady firmy wymagają przyczyny, a jej tu nie ma
   *[other] : prawo tego nie zabrania, ale nie ma dobrego powodu
  }
verdict-may-refuse-after = Możesz odmówić
verdict-may-refuse-after-rest = , ale najpierw: { $steps }
verdict-may-refuse-after-unclear = , ale najpierw trzeba coś zrobić
verdict-may-refuse = Możesz odmówić
verdict-may-refuse-strong = : jest uznany powód
verdict-may-refuse-weak = : nic tego nie zabrania, ale nie ma uznanego powodu
verdict-may-refuse-rest = : nic tego nie zabrania
verdict-must-refuse = Odmów
verdict-must-refuse-rest = { $layer ->
    [law] : prawo zabrania tu obsłużyć
    [code] : zasady zawodu zabraniają tu obsłużyć
    [house] : zasady firmy zabraniają tu obsłużyć
   *[other] : dobra praktyka zabrania tu obsłużyć
  }
verdict-conflict = Zapytaj kierownika
verdict-conflict-rest = : dwa przepisy tej samej rangi są sprzeczne
verdict-undetermined = Jeszcze nie wiadomo
verdict-undetermined-rest = { $safe ->
    [serve] : na razie bezpiecznie jest obsłużyć
    [refuse] : na razie bezpiecznie jest odmówić
    [both] : na razie bezpiecznie jest i obsłużyć, i odmówić
   *[neither] : na razie ani obsługa, ani odmowa nie jest bezpieczna
  }

outcome-must-serve = trzeba obsłużyć
outcome-not-justified = obsłużyć (brak powodu)
outcome-may-refuse-after = można odmówić po wykonaniu kroku
outcome-may-refuse = można odmówić
outcome-must-refuse = trzeba odmówić
outcome-conflict = zapytać kierownika

why-part = Dlaczego
why-perhaps = być może: { $title }
why-source = Źródło: { $cite } ({ $tier })
why-facts = Bo: { $facts }
why-silent = Prawo milczy. Nie zabrania odmowy, ale też nie daje do niej powodu.
why-mixed = Motyw mieszany: oprócz powodów ({ $others }) znaczenie ma też: { $reasons }. To powód zabroniony, nawet jeśli nie jest jedyny.
why-forbidden = Zabroniony powód: { $reasons }.
why-tainted-refuse = Znaczenie ma też zabroniony powód: { $reasons }. Obowiązek odmowy zostaje. Odmów z powodu zgodnego z prawem i zapisz go.
why-tainted-anyone = Znaczenie ma też zabroniony powód: { $reasons }. Nie rozstrzyga, bo z tego samego powodu odmówiono by każdej innej osobie. Zapisz powód zgodny z prawem. Jeśli jest choć trochę inaczej: obsłuż.
why-possible = Nadal możliwe: { $verdicts }
why-next = Następne pytanie: { $question }
why-more = { $n ->
    [one] jeszcze { $n } przepis{ explain-hint }
    [few] jeszcze { $n } przepisy{ explain-hint }
   *[other] jeszcze { $n } przepisów{ explain-hint }
  }

todo-part = Co zrobić
todo-first = Najpierw: { $steps }
todo-first-if-possible = Najpierw, jeśli się da: { $steps }
todo-check = Ustal, czy to już zrobione: { $steps }
todo-done = Już zrobione: { $steps }
todo-duty = Przy odmowie: { $duty }
todo-duty-within = Przy odmowie: { $duty }, { $within }
todo-must-not = Przy odmowie nie wolno: { $duty }
todo-note = Pamiętaj: { $note }
todo-ask-manager = Wstrzymaj się i zapytaj kierownika. Pokaż oba przepisy.

instead-serve = Możesz obsłużyć, gdy będzie tak: { $changes }
instead-serve-perhaps = Może uda się obsłużyć, gdy będzie tak: { $changes }{ $n ->
    [0] {""}
   *[other] . Potrzeba też: { $provided }
  }{ $usual ->
    [true] {" "}(a reszta musi być jak co dzień)
   *[false] {""}
  }
instead-refuse = Możesz odmówić, gdy będzie tak: { $changes }
instead-refuse-perhaps = Może da się odmówić, gdy będzie tak: { $changes }{ $n ->
    [0] {""}
   *[other] . Potrzeba też: { $provided }
  }{ $usual ->
    [true] {" "}(a reszta musi być jak co dzień)
   *[false] {""}
  }
instead-measures = Zamiast odmowy możesz: { $measures }{ $n ->
    [0] {""}
   *[other] {" "}(jeszcze { $n }{ explain-hint })
  }
instead-measure-cited = Zamiast odmowy możesz: { $measure } ({ $cite })

say-doctor = Proszę pójść z tym do lekarza; zapiszę, dokąd można się zgłosić.
say-clear-violence = Kończę rozmowę.
say-part = Co powiedzieć
say-polite = { $kind ->
    [serve] Dziękuję za cierpliwość.
    [away] Wzywam pomoc.
    [danger] Zostaję tu przy Państwu.
    [first] Chcę pomóc w tej sprawie.
    [open] Dziękuję za cierpliwość.
    [conflict] Dziękuję za cierpliwość.
   *[refuse] Dziękuję za wizytę u nas.
  }
say-clear-serve = Już się tym zajmuję.
say-clear-danger = Pomoc jest w drodze.
say-clear-first = { $step ->
    [warn] Proszę mówić do nas spokojnie i bez wyzwisk; jeśli to się powtórzy, na dziś zakończymy.
    [adjust] Spróbujmy inaczej: inna osoba, inne miejsce albo inna pora.
   *[other] Zanim zdecydujemy, trzeba coś ustalić: { $steps }.
  }
say-clear-refuse = Nie możemy się tego podjąć.
say-clear-quiet = Nie możemy teraz tego wykonać.
say-clear-open = Najpierw muszę coś sprawdzić.
say-clear-conflict = Tę sprawę musi rozstrzygnąć kierownik.
say-support = { $kind ->
    [serve] Jeśli coś jest niejasne, chętnie wyjaśnię.
    [away] Proszę zachować bezpieczny odstęp.
    [danger] Proszę zostać na miejscu.
    [first] Od czego zaczniemy?
    [open] Za chwilę wrócę z odpowiedzią.
    [conflict] Za chwilę powiem, kiedy będzie odpowiedź.
    [refuse] Chętnie powiem, kto może pomóc albo co jeszcze jest u nas możliwe.
   *[quiet] Przykro mi, że nie mogę powiedzieć więcej.
  }

risk-part = Uwaga
risk-caution = { $text } ({ $cite })
risk-consequence = W razie odmowy: { $text } ({ $cite })
risk-of-serving = W razie obsługi: { $text } ({ $cite })
risk-more = { $n ->
    [one] jeszcze { $n } uwaga{ explain-hint }
    [few] jeszcze { $n } uwagi{ explain-hint }
   *[other] jeszcze { $n } uwag{ explain-hint }
  }

change-part = Co by to zmieniło
change-missing = To zależy od: { $question }
change-missing-decides = To zależy od: { $question } Rozstrzyga między: { $verdicts }
change-why-not = Dlaczego nie „{ $verdict }”: { $facts }
change-why-not-always = Dlaczego nie „{ $verdict }”: obowiązujące reguły nigdy do tego nie prowadzą
change-others-part = Inne odpowiedzi
change-would-be = Byłoby „{ $verdict }”, { $n ->
    [0] jeśli nie ma nic nietypowego
   *[other] jeśli: { $facts }
  }{ $usual ->
    [0] {""}
   *[other] {" "}(a reszta jest jak co dzień)
  }{ $reasons ->
    [true] ; zależy to też od powodu odmowy
   *[false] {""}
  }
change-why-not-norms = Dlaczego nie „{ $verdict }”: { $norms }
change-lacking-forbids-refusing = Dlaczego nie „{ $verdict }”: nic tu nie zabrania odmowy
change-lacking-forbids-serving = Dlaczego nie „{ $verdict }”: nic tu nie zabrania obsługi
change-lacking-needs-ground = Dlaczego nie „{ $verdict }”: żadna reguła nie wymaga tu powodu, którego brakuje
change-lacking-requires-step = Dlaczego nie „{ $verdict }”: nie ma nic do zrobienia najpierw
change-near = Prawie: { $norm } ({ $cite }). Ale: { $fact }
change-ground = Powód „{ $ground }”: { $status }
change-more = { $medium ->
    [terminal] Dlaczego nie inne odpowiedzi: --explain
   *[page] Pełne wyjaśnienie mówi, dlaczego nie inne odpowiedzi.
  }
change-more-missing = { $n ->
    [one] i jeszcze { $n } pytanie{ explain-hint }
    [few] i jeszcze { $n } pytania{ explain-hint }
   *[other] i jeszcze { $n } pytań{ explain-hint }
  }

status-open = zachodzi
status-after-steps = zachodzi po wykonaniu kroków
status-not-met = tu nie zachodzi
status-barred = zachodzi, ale coś mimo to zabrania odmowy
status-unknown = jeszcze nie wiadomo

trust-part = Na ile to pewne
trust-confidence = { $confidence }
trust-none = Ta odpowiedź nie opiera się na żadnym przepisie.
trust-doubt = Wątpliwość (po angielsku): { $doubt }
trust-more-doubts = { $n ->
    [one] jeszcze { $n } wątpliwość{ explain-hint }
    [few] jeszcze { $n } wątpliwości{ explain-hint }
   *[other] jeszcze { $n } wątpliwości{ explain-hint }
  }
trust-stamp = Prawo z dnia { $day }, zbiór { $hash }. To nie porada prawna; decyduje człowiek.

explain-hint = { $medium ->
    [terminal] : --explain
   *[page] {""}
  }
