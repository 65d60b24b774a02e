### Powitanie i błędy.

welcome-title = Demur
welcome-what = odpowiada na pytanie „Czy mogę odmówić obsługi tego klienta?” według prawa i zasad firmy, i pokazuje dlaczego. Decyduje człowiek.
welcome-try = Na początek
welcome-ask = po jednym pytaniu, aż odpowiedź będzie pewna
welcome-decide = odpowiedź dla sytuacji opisanej w pliku
welcome-explain = przepis ze źródłem i wątpliwościami
welcome-help = wszystko inne: demur --help

error-word = błąd
error-no-file = nie ma pliku `{ $path }`; sprawdź nazwę albo podaj `-`, aby czytać z potoku
error-unreadable = nie można odczytać `{ $path }`: { $reason }
error-unwritable = nie można zapisać `{ $path }`: { $reason }
error-not-woven = `{ $path }` zawiera coś innego niż strony biblioteki; podaj nowy lub pusty folder albo najpierw go opróżnij
error-no-export-form = podaj postać: `--format cedar` albo `--format json`
error-output = nie można zapisać odpowiedzi: { $reason }
error-no-place = żaden pakiet nie mówi o miejscu `{ $place }`; miejsca: { $places }
error-no-profile = nie ma profilu `{ $profile }`; profile: { $profiles }
error-no-profiles = nie ma profilu `{ $profile }`: te pakiety nie mają żadnego
error-bad-day = `{ $day }` to nie jest dzień; napisz go tak: 2026-11-22
error-unknown-name = nic nie nazywa się `{ $name }`
error-did-you-mean = czy chodzi o `{ $near }`?
error-see-lists = `demur law list` pokazuje przepisy, `demur facts` fakty
error-no-pack = nie ma pakietu `{ $pack }`; pakiety: { $packs }
error-broken-packs = { $n ->
    [one] pakiety prawa mają { $n } błąd; bez jego naprawy nie ma odpowiedzi
    [few] pakiety prawa mają { $n } błędy; bez ich naprawy nie ma odpowiedzi
   *[other] pakiety prawa mają { $n } błędów; bez ich naprawy nie ma odpowiedzi
  }

batch-judged = { $count ->
    [one] { $count } opinia w pliku `{ $path }`
    [few] { $count } opinie w pliku `{ $path }`
   *[other] { $count } opinii w pliku `{ $path }`
}
batch-rejected = { $count ->
    [one] { $count } wiersz bez opinii; przyczyna jest w pliku `{ $path }`
    [few] { $count } wiersze bez opinii; przyczyny są w pliku `{ $path }`
   *[other] { $count } wierszy bez opinii; przyczyny są w pliku `{ $path }`
}
error-batch-layout = nazwa `{ $path }` powinna się kończyć na .jsonl, .csv albo .parquet, żeby było wiadomo, jaki to układ
error-batch-file = nie można użyć pliku `{ $path }`: { $reason }
error-batch-broken = plik `{ $path }` nie jest tym, na co wskazuje jego nazwa: { $reason }
error-batch-column = żaden fakt nie nazywa się `{ $column }`; kolumny noszą nazwy faktów (zobacz `demur facts`) albo id, at, place, profile
error-batch-column-near = żaden fakt nie nazywa się `{ $column }`; czy chodziło o `{ $near }`? Kolumny noszą nazwy faktów (zobacz `demur facts`) albo id, at, place, profile
