### What the lint says about texts.

lint-error = error
lint-warning = warning
lint-info = note
lint-help = help
lint-why = why
lint-allowed = allowed because
lint-replace = write “{ $words }”
lint-slot = filled in as { $slot }
lint-reads = { $path } reads at { $formula } { $value }; the limit is { $limit }.
lint-found = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
  }, { $infos ->
    [0] no notes
    [one] 1 note
   *[other] { $infos } notes
  }.
lint-rule-level = Weight: { $value }
lint-rule-scope = Applies to: { $value }
lint-rule-why = Why: { $value }
lint-rule-source = Rests on: { $value }
lint-rule-hint = Instead: { $value }
lint-rule-binding = Binding: nobody may allow what it finds.
lint-rule-bad = Bad ({ $lang }): { $text }
lint-rule-good = Good ({ $lang }): { $text }
