### What is wrong with a search for help.

error-refer-service = say what the customer needs with `--service`; no duty of this opinion says it
error-refer-near = no town `{ $name }` is in the directory; name one of { $towns }, or give latitude,longitude
error-refer-no-towns = the directory has no town with a position; give `--near` as latitude,longitude
error-refer-at = `{ $text }` is no moment; write it like 2026-11-20T10:00
error-refer-words = `{ $text }` has no word to look for
