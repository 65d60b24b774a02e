### The app from the command line, and its settings.

serve-open = Demur is running. Open { $address } in a browser. Ctrl+C ends it.
serve-set-up = Demur is running. Nobody has set it up yet. Open this address in a browser; it works once, for 24 hours:
    { $address }
serve-demo = Demur is running with a made-up salon; nothing of it stays. Open this address in a browser:
    { $address }
serve-exposed = { $address } can be reached from other machines, and without TLS what travels can be read. Name a certificate with --tls-cert and --tls-key, or say --behind-proxy when a proxy with TLS stands in front. For this machine only: --listen 127.0.0.1:8650.
serve-taken = Another program listens on { $address }, perhaps Demur itself. End it, or choose another port: --listen { $next }.
serve-denied = This account may not listen on { $address }. Ports below 1024 are reserved: choose a higher one, such as --listen 8650, or give the program that right.
serve-not-listening = Cannot listen on { $address }: { $reason }. Choose an address of this machine with --listen.
serve-no-address = `{ $address }` is no address to listen on. Write it as HOST:PORT, such as 127.0.0.1:8650, or only the port.
serve-half-tls = Certificate and key go together: name both, --tls-cert and --tls-key.
serve-certificate = { $path } cannot be used for TLS: { $reason }. Name a certificate and its own key, both as PEM files that this account can read.
serve-system = The system does not let the app run: { $reason }.
serve-no-demo = The made-up salon cannot be made: { $reason }. It needs a folder for temporary files that can be written.
serve-no-sender = smtp.host is set, but not from whom e-mails come. Set smtp.from, such as `Salon <office@salon.example>`.
serve-wrong-sender = smtp.from: `{ $text }` is no sender. Write it like `Salon <office@salon.example>`.
serve-half-login = smtp.user and smtp.password go together: set both, or neither when the server asks for none.
serve-mail-unprotected = smtp.tls: { $text } is another machine, so the way to it needs TLS: set it to `starttls` or `tls`.
serve-wrong-mail-host = smtp.host: `{ $text }` cannot be the name of a server.

config-need-text = a text that is not empty
config-need-switch = true or false
config-need-port = a number from 1 to 65535
config-need-span = a span of time, such as 90s, 30m, 12h or 2d
config-need-choice = { $words }
config-need-toml = TOML: lines of the form `name = "value"`
config-wrong = { $place }: what is needed here is { $needed }.
config-unknown = { $place }: there is no setting `{ $name }`. `demur config` lists those that there are.
config-unknown-near = { $place }: there is no setting `{ $name }`; did you mean `{ $near }`?
config-secret = { $place }: `{ $name }` holds a secret, and this file is for everybody's eyes. Put it into a file of its own and name that file with `{ $name }_file`, or set it in the environment.
config-set = set
config-not-set = not set
config-from-flag = flag { $flag }
config-from-file = file
config-built-in = built in
config-file = File: { $path }
config-no-file = No file was read. A flag beats the environment, the environment beats the file, the file beats what is built in.
config-stranger = { $name } is set in the environment, but is no setting.
