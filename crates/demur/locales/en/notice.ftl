### What is wrong with an order of a notice.

notice-bad-pair = `{ $pair }` is not PLACE=WORDS; write it like --set request="pedicure on Friday".
notice-no-templates = { $path } has no templates; put them into folders by language, as in { $path }/pl/debt.md.
