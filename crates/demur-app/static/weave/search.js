// Searches the index that stands in the page. No import and no fetch, so that it
// also works when the page is opened from a disk.
{
  const field = document.getElementById("ui:find");
  const list = document.getElementById("ui:results");
  const count = document.getElementById("ui:count");

  /** Small letters without accents; Polish ł has no accent that Unicode takes off. */
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");

  const entries = JSON.parse(document.getElementById("ui:index").textContent).map((entry) => ({
    ...entry,
    head: plain(`${entry.id} ${entry.en} ${entry.pl} ${entry.cite}`),
    all: plain(`${entry.id} ${entry.en} ${entry.pl} ${entry.cite} ${entry.words}`),
  }));

  /** A long word without its ending, so that "odmowa" finds "odmowy". */
  const stem = (word) => (word.length > 4 ? word.slice(0, Math.max(4, word.length - 2)) : word);

  /** Entries that hold every word, those that hold them in id, title or citation first. */
  const find = (query) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const points = (entry, word) =>
      4 * entry.head.includes(word) + 2 * entry.all.includes(word) + entry.head.includes(stem(word));
    const rank = (entry) => words.reduce((sum, word) => sum + points(entry, word), 0);
    return entries
      .filter((entry) => words.every((word) => entry.all.includes(stem(word))))
      .map((entry) => ({ entry, rank: rank(entry) }))
      .sort((a, b) => b.rank - a.rank)
      .map((found) => found.entry);
  };

  const element = (name, className, text, lang) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (lang) made.lang = lang;
    made.textContent = text;
    return made;
  };

  const row = (entry) => {
    const link = element("a", "title two", "");
    link.href = entry.href;
    if (entry.en) link.append(element("span", "l", entry.en, "en"), " ");
    if (entry.pl) link.append(element("span", "l", entry.pl, "pl"));
    const item = element("li", "", "");
    item.append(link, " ", element("span", "cite", entry.cite), " ", element("code", "", entry.id));
    return item;
  };

  const show = () => {
    const found = find(field.value);
    list.replaceChildren(...found.map(row));
    count.textContent = field.value.trim() === "" ? "" : `${found.length} found · znaleziono: ${found.length}`;
  };

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  show();
}
