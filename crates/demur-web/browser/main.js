// Everything that is tested in a browser: two rows, one for each language, side by side.

import { after, before, describe } from "node:test";
import { open } from "./browser.js";
import { journeys } from "./journey.js";
import { leaving } from "./leaving.js";
import * as pages from "./pages.js";
import { taps } from "./taps.js";
import { LANGS } from "./words.js";

/** Minutes in which even a busy machine is done; beyond them something hangs. */
const MOST_MINUTES = 15;

setTimeout(() => {
  console.error(`not done after ${MOST_MINUTES} minutes`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();

let browser;
const chrome = () => browser;

describe("in a browser", { concurrency: LANGS.length }, () => {
  before(async () => {
    browser = await open();
  });
  after(() => browser?.close());
  for (const lang of LANGS) {
    describe(lang, { concurrency: 1 }, () => {
      describe(`whole way ${lang}`, () => journeys(chrome, lang));
      describe(`first minute ${lang}`, () => taps(chrome, lang));
      describe(`way out ${lang}`, () => leaving(chrome, lang));
      describe(`made-up salon ${lang}`, () => pages.salon(chrome, lang));
      describe(`own app ${lang}`, () => pages.own(chrome, lang));
    });
  }
});
