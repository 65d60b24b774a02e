### Teksty, których nie da się przeczytać.

lint-too-large = `{ $path }` jest większy, niż może być pismo; podaj tekst jednego pisma
lint-not-utf8 = `{ $path }` nie jest tekstem UTF-8; zapisz go jako zwykły tekst w UTF-8
