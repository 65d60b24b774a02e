// A visitor with hands and words: what a scene is played with.

import { visitor } from "./browser.js";
import { Finger } from "./hands.js";
import { say } from "./words.js";

/** Opens a window on a server for whoever looks at its pages. */
export async function stage(browser, server, lang, options = {}) {
  const seen = await visitor(browser, server.base, { lang, ...options });
  const { page } = seen;
  return {
    ...seen,
    browser,
    server,
    hand: new Finger(page),
    /** The sentence with this key. */
    t: (key) => say(lang, key),
    open: (path) => page.goto(path),
    /** What leads on: a button or a link that says this. */
    button: (key) => page.getByRole("button", { name: say(lang, key), exact: true }),
    link: (key) => page.getByRole("link", { name: say(lang, key), exact: true }),
    /** A field by what stands above it. */
    field: (key) => page.getByLabel(say(lang, key), { exact: true }),
    close: () => seen.context.close(),
  };
}
