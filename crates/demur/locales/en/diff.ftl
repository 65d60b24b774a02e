### What changes between two lawbooks.

diff-change = Was: { $old }. Becomes: { $new }. On { $day }: { $facts }. { $spans ->
    [one] In one period.
   *[other] In { $spans } periods.
  }
diff-norm-added = new norm: { $id }
diff-norm-removed = norm gone: { $id }
diff-norm-changed = norm changed: { $id }
diff-narrowed = no longer there: { $name }
diff-counts = { $changes } { $changes ->
    [one] change
   *[other] changes
  } of verdicts, { $norms } { $norms ->
    [one] norm
   *[other] norms
  } added, gone or changed: { $semver }
