### Co lint mówi o tekstach.

lint-error = błąd
lint-warning = ostrzeżenie
lint-info = uwaga
lint-help = rada
lint-why = dlaczego
lint-allowed = dopuszczone, bo
lint-replace = napisz „{ $words }”
lint-slot = wstawiono jako { $slot }
lint-reads = { $path }: czytelność { $formula } { $value }; granica to { $limit }.
lint-found = { $errors ->
    [0] Bez błędów
    [one] 1 błąd
    [few] { $errors } błędy
   *[many] { $errors } błędów
  }, { $warnings ->
    [0] bez ostrzeżeń
    [one] 1 ostrzeżenie
    [few] { $warnings } ostrzeżenia
   *[many] { $warnings } ostrzeżeń
  }, { $infos ->
    [0] bez uwag
    [one] 1 uwaga
    [few] { $infos } uwagi
   *[many] { $infos } uwag
  }.
lint-rule-level = Waga: { $value }
lint-rule-scope = Dotyczy: { $value }
lint-rule-why = Dlaczego: { $value }
lint-rule-source = Podstawa: { $value }
lint-rule-hint = Zamiast tego: { $value }
lint-rule-binding = Wiążąca: nikt nie może dopuścić tego, co znajdzie.
lint-rule-bad = Źle ({ $lang }): { $text }
lint-rule-good = Dobrze ({ $lang }): { $text }
