### Texts that the lint cannot read.

lint-too-large = `{ $path }` is larger than a notice can be; name the text of one notice
lint-not-utf8 = `{ $path }` is not UTF-8 text; save it as plain text in UTF-8
