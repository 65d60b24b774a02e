### Co się zmienia między dwoma zbiorami norm.

diff-change = Było: { $old }. Jest: { $new }. Dnia { $day }: { $facts }. { $spans ->
    [one] W jednym okresie.
   *[other] Liczba okresów: { $spans }.
  }
diff-norm-added = nowa norma: { $id }
diff-norm-removed = nie ma już normy: { $id }
diff-norm-changed = zmieniona norma: { $id }
diff-narrowed = nie ma już: { $name }
diff-counts = zmiany ocen: { $changes }, normy dodane, usunięte lub zmienione: { $norms }; wersja: { $semver }
