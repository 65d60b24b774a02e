// The sentences of the product, by the keys under which it knows them: tests press the button that
// says `decision-record` and need not know how that is said in Polish.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./given.js";

const FOLDERS = ["crates/demur-web/locales", "crates/demur-words/locales"];

export const LANGS = ["pl", "en"];

const sentences = new Map(LANGS.map((lang) => [lang, read(lang)]));

function read(lang) {
  const found = new Map();
  for (const folder of FOLDERS) {
    const here = join(repository, folder, lang);
    for (const file of readdirSync(here)) entries(readFileSync(join(here, file), "utf8"), found);
  }
  return found;
}

/** A sentence begins at the margin; its further lines are indented. */
function entries(text, found) {
  let key;
  for (const line of text.split("\n")) {
    const begun = /^([a-zA-Z][\w-]*)\s*=\s*(.*)$/.exec(line);
    if (begun) {
      key = begun[1];
      found.set(key, begun[2].trim());
    } else if (key && /^\s+\S/.test(line)) {
      found.set(key, `${found.get(key)} ${line.trim()}`.trim());
    } else {
      key = undefined;
    }
  }
}

/** A sentence without gaps. */
export function say(lang, key) {
  const sentence = sentences.get(lang).get(key);
  if (sentence === undefined) throw new Error(`no sentence \`${key}\` in ${lang}`);
  if (sentence.includes("{")) throw new Error(`\`${key}\` has gaps: "${sentence}"`);
  return sentence;
}

/** Every key that could not be mistaken for a word. */
export function keys() {
  const all = LANGS.flatMap((lang) => [...sentences.get(lang).keys()]);
  return [...new Set(all)].filter((key) => key.includes("-"));
}
