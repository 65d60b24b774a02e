### Aplikacja z wiersza poleceń i jej ustawienia.

serve-open = Demur działa. Otwórz { $address } w przeglądarce. Kończy go Ctrl+C.
serve-set-up = Demur działa. Nikt go jeszcze nie skonfigurował. Otwórz ten adres w przeglądarce; zadziała raz, przez 24 godziny:
    { $address }
serve-demo = Demur działa ze zmyślonym gabinetem; nic z niego nie zostanie. Otwórz ten adres w przeglądarce:
    { $address }
serve-exposed = Do { $address } mają dostęp inne komputery, a bez TLS można podsłuchać, co się przesyła. Wskaż certyfikat przez --tls-cert i --tls-key albo, gdy z przodu stoi serwer pośredniczący z TLS, dodaj --behind-proxy. Tylko dla tego komputera: --listen 127.0.0.1:8650.
serve-taken = Adres { $address } zajmuje inny program, może sam Demur. Zakończ go albo wybierz inny port: --listen { $next }.
serve-denied = To konto nie może nasłuchiwać na { $address }. Porty poniżej 1024 są zastrzeżone: wybierz wyższy, na przykład --listen 8650, albo nadaj programowi to prawo.
serve-not-listening = Nie można nasłuchiwać na { $address }: { $reason }. Wybierz adres tego komputera przez --listen.
serve-no-address = `{ $address }` nie jest adresem do nasłuchiwania. Napisz go jako HOST:PORT, na przykład 127.0.0.1:8650, albo podaj sam port.
serve-half-tls = Certyfikat i klucz idą w parze: podaj oba, --tls-cert i --tls-key.
serve-certificate = { $path } nie nadaje się do TLS: { $reason }. Wskaż certyfikat i jego własny klucz, oba jako pliki PEM, które to konto może czytać.
serve-system = System nie pozwala aplikacji działać: { $reason }.
serve-no-demo = Nie można utworzyć zmyślonego gabinetu: { $reason }. Potrzebny jest katalog plików tymczasowych, w którym można pisać.
serve-no-sender = Ustawiono smtp.host, ale nie wiadomo, od kogo są wiadomości. Ustaw smtp.from, na przykład `Gabinet <biuro@gabinet.example>`.
serve-wrong-sender = smtp.from: `{ $text }` nie jest nadawcą. Napisz go tak: `Gabinet <biuro@gabinet.example>`.
serve-half-login = smtp.user i smtp.password idą w parze: ustaw oba albo żadnego, jeśli serwer o nie nie pyta.
serve-mail-unprotected = smtp.tls: { $text } to inny komputer, więc droga do niego wymaga TLS: ustaw `starttls` albo `tls`.
serve-wrong-mail-host = smtp.host: `{ $text }` nie może być nazwą serwera.

config-need-text = niepusty tekst
config-need-switch = true albo false
config-need-port = liczba od 1 do 65535
config-need-span = czas, na przykład 90s, 30m, 12h albo 2d
config-need-choice = { $words }
config-need-toml = TOML: wiersze postaci `nazwa = "wartość"`
config-wrong = { $place }: tu potrzebne jest: { $needed }.
config-unknown = { $place }: nie ma ustawienia `{ $name }`. `demur config` pokazuje wszystkie.
config-unknown-near = { $place }: nie ma ustawienia `{ $name }`; czy chodzi o `{ $near }`?
config-secret = { $place }: `{ $name }` zawiera tajemnicę, a ten plik może czytać wiele osób. Zapisz ją w osobnym pliku i wskaż go przez `{ $name }_file` albo ustaw ją w środowisku.
config-set = ustawiono
config-not-set = nie ustawiono
config-from-flag = opcja { $flag }
config-from-file = plik
config-built-in = wbudowane
config-file = Plik: { $path }
config-no-file = Nie odczytano żadnego pliku. Opcja jest ważniejsza niż środowisko, środowisko niż plik, plik niż to, co wbudowane.
config-stranger = { $name } jest w środowisku, ale nie jest ustawieniem.
