### Co jest nie tak z szukaniem pomocy.

error-refer-service = podaj, czego potrzebuje klient: `--service`; nie mówi tego żaden obowiązek z tej opinii
error-refer-near = w katalogu nie ma miejscowości `{ $name }`; podaj jedną z: { $towns }, albo szerokość,długość geograficzną
error-refer-no-towns = żadna miejscowość w katalogu nie ma położenia; podaj `--near` jako szerokość,długość geograficzną
error-refer-at = `{ $text }` to nie chwila; napisz na przykład 2026-11-20T10:00
error-refer-words = w `{ $text }` nie ma słowa do szukania
