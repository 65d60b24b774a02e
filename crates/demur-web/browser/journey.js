// The whole way of a firm: from the address that the first start prints, to a customer whose data
// were erased. In both languages, on a phone and a desktop, with and without script, by taps and by
// the keyboard alone; each pair of the first three comes together once.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { wanted, withoutPdf } from "./given.js";
import { Keys } from "./hands.js";
import { setUp } from "./firm.js";
import { lead } from "./lead.js";
import { Server } from "./server.js";
import { stage } from "./stage.js";

const WAYS = [
  { lang: "pl", width: 360, script: false, keys: false },
  { lang: "pl", width: 1280, script: true, keys: true },
  { lang: "en", width: 360, script: true, keys: false },
  { lang: "en", width: 1280, script: false, keys: true },
];

const CUSTOMER = "ewa@zmyslona.example";
const TEXTS = {
  pl: { facts: "Padły wyzwiska pod adresem obsługi.", words: "Prosiliśmy o spokój, wyzwiska trwały dalej.", rude: "Jest Pani idiotką." },
  en: { facts: "There were insults against the staff.", words: "We asked for calm and the insults went on.", rude: "You are an idiot." },
};
const SO = { "request.object": "service", "refusal.reasons": "conduct", "history.warned": "true" };

export function journeys(chrome, lang) {
  for (const way of WAYS.filter((way) => way.lang === lang)) {
    const name = `journey ${lang}, ${way.width} px, ${way.script ? "with" : "without"} script, by ${way.keys ? "keyboard" : "taps"}`;
    if (!wanted(name)) continue;
    it(name, { timeout: 180_000 }, (test) => travel(chrome(), way, test));
  }
}

async function travel(browser, way, test) {
  const server = await Server.start(`journey-${way.lang}-${way.width}`, way.lang);
  const at = await stage(browser, server, way.lang, way);
  if (way.keys) at.hand = new Keys(at.page);
  try {
    await at.open(server.address);
    await setUp(at);
    await decide(at);
    await tell(at, way, test);
    await erase(at);
    assert.deepEqual(at.watch.take(), []);
  } catch (error) {
    error.message += `\nat ${at.page.url()}`;
    throw error;
  } finally {
    await at.close();
    const problems = await server.end();
    assert.deepEqual(problems, []);
  }
}

/** Interview, opinion, decision, record. */
async function decide({ page, hand, lang, field, button, t }) {
  await lead(page, hand, "insults", SO);
  await page.locator("main > .verdict.may h1").waitFor();
  assert.notEqual((await page.locator("#say").innerText()).trim(), "");
  await hand.tick(field("decision-refuse"));
  await hand.write(page.locator("#words"), TEXTS[lang].words);
  await hand.press(page.locator("summary", { hasText: t("decision-more") }));
  await hand.write(page.locator("#facts"), TEXTS[lang].facts);
  await hand.pick(page.locator("#channel"), "email");
  await hand.write(page.locator("#contact"), CUSTOMER);
  await hand.go(button("decision-record"));
  await page.getByRole("heading", { name: t("recorded-title"), level: 1 }).waitFor();
}

/** A letter: written, made worse, found out, made good again, printed, handed over. */
async function tell(at, way, test) {
  const { page, hand, lang, link, button } = at;
  await hand.go(link("opinion-notice"));
  await hand.pick(page.locator("#channel"), "letter");
  await hand.go(button("tell-write"));
  await fillGaps(at);
  const text = page.locator("#text");
  const good = await text.inputValue();
  assert.ok(good.length > 80, `a short letter: ${good}`);
  const fine = await refused(page);
  await hand.write(text, `${good}\n${TEXTS[lang].rude}`);
  if (way.script) await page.waitForFunction((before) => document.querySelectorAll("#lint .badge.refuse").length > before, fine);
  else await hand.go(button("tell-check"));
  assert.ok((await refused(page)) > fine, "the insult was not found");
  await hand.write(text, good);
  if (way.script) await page.waitForFunction((before) => document.querySelectorAll("#lint .badge.refuse").length <= before, fine);
  else await hand.go(button("tell-check"));
  await print(at, test);
  await hand.go(button("tell-told"));
  assert.match(page.url(), /\/cases\/[^/]+$/, "it was not kept as told");
}

/** What nobody but staff can know is filled in before the letter is whole. */
async function fillGaps({ page, hand, button }) {
  const gaps = page.locator("#notice [name^='place.']:visible");
  for (const gap of await gaps.all()) {
    if ((await gap.inputValue()) !== "") continue;
    const isDay = (await gap.getAttribute("type")) === "date";
    if (!isDay) await hand.write(gap, "Gabinet Stopa");
  }
  await hand.go(button("tell-write"));
}

function refused(page) {
  return page.locator("#lint .badge.refuse").count();
}

async function print({ page, hand, button }, test) {
  const pdf = button("tell-pdf");
  if (withoutPdf) {
    test.diagnostic("no PDF: the binary was built without its typesetter");
    return;
  }
  const saved = page.waitForEvent("download");
  await hand.press(pdf);
  const bytes = await readFile(await (await saved).path());
  assert.equal(bytes.subarray(0, 5).toString("latin1"), "%PDF-");
  assert.ok(bytes.length > 5_000, `a PDF of ${bytes.length} bytes`);
}

/** The case file shows what was written; then it is gone. */
async function erase({ page, hand, lang, t, button, open }) {
  const file = page.url();
  await hand.go(button("texts-show"));
  const shown = await page.locator("main").innerText();
  for (const kept of [CUSTOMER, TEXTS[lang].facts, TEXTS[lang].words]) assert.ok(shown.includes(kept), `it does not show ${kept}`);
  await hand.go(page.locator("main a[href$='/erase']"));
  await hand.tick(page.locator("input[name=reason]").first());
  await hand.go(button("erase-send"));
  await open(file);
  const left = await page.content();
  for (const gone of [CUSTOMER, TEXTS[lang].facts]) assert.ok(!left.includes(gone), `it still shows ${gone}`);
  assert.equal(await button("texts-show").count(), 0);
  await open("/cases/access");
  await hand.pick(page.locator("#channel"), "email");
  await hand.write(page.locator("#contact"), CUSTOMER);
  await hand.go(button("access-send"));
  await page.getByText(t("access-nothing"), { exact: true }).waitFor();
}
