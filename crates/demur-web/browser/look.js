// What has to be so on every page, in whatever state it is.

import assert from "node:assert/strict";
import { axe } from "./given.js";
import { keys } from "./words.js";

const NARROWEST = 320;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const KEYS = keys();

/** Looks at a page in light and dark and at its narrowest; fails with all that it found. */
export async function look(stage, { status = 200, title = / · Demur$/ } = {}) {
  const { page, watch, lang } = stage;
  const problems = [];
  if (![status].flat().includes(watch.status)) problems.push(`status ${watch.status}, not ${status}`);
  problems.push(...(await page.evaluate(reads, { lang, keys: KEYS })));
  const said = await page.title();
  if (!title.test(said)) problems.push(`the title is "${said}"`);
  problems.push(...(await accessible(page, RULES)));
  await page.emulateMedia({ colorScheme: "dark" });
  problems.push(...(await contrasts(page)).map((problem) => `dark: ${problem}`));
  await page.emulateMedia({ colorScheme: "light" });
  problems.push(...(await narrow(page)));
  problems.push(...watch.take());
  assert.deepEqual(problems, [], page.url());
}

/** In the page: its language, its headings, and keys where sentences should stand. */
function reads({ lang, keys }) {
  const problems = [];
  if (document.documentElement.lang !== lang) problems.push(`lang is "${document.documentElement.lang}"`);
  const headings = document.querySelectorAll("h1").length;
  if (headings !== 1) problems.push(`${headings} first headings`);
  const known = new Set(keys);
  const raw = (text) => known.has(text?.trim()) && problems.push(`a key instead of a sentence: ${text.trim()}`);
  raw(document.title);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement.closest("code, pre, textarea, script")) raw(texts.currentNode.data);
  }
  for (const name of ["title", "aria-label", "placeholder", "alt", "data-done", "data-label"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) raw(element.getAttribute(name));
  }
  return problems;
}

async function accessible(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(violations, { type: "tag", values: rules });
}

/** Of all that is checked only this depends on colours. */
function contrasts(page) {
  return page.evaluate(violations, { type: "rule", values: ["color-contrast"] });
}

/** In the page: what breaks a rule, with the places. */
async function violations(runOnly) {
  const found = await window.axe.run({ resultTypes: ["violations"], runOnly });
  return found.violations.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}

/** What is wider than the narrowest screen. */
async function narrow(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height: before.height });
  const wide = await page.evaluate((most) => {
    const width = document.scrollingElement.scrollWidth;
    if (width <= most) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > most + 0.5);
    const named = beyond.slice(-3).map((element) => element.outerHTML.slice(0, 120));
    return [`scrolls to the side at ${most} px: ${width} px: ${named.join(" | ")}`];
  }, NARROWEST);
  await page.setViewportSize(before);
  return wide;
}
