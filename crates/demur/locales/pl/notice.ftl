### Co jest nie tak z zamówieniem pisma.

notice-bad-pair = `{ $pair }` to nie MIEJSCE=SŁOWA; napisz na przykład --set request="pedicure w piątek".
notice-no-templates = { $path } nie zawiera szablonów; umieść je w folderach według języka, np. { $path }/pl/debt.md.
