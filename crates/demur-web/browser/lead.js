// Leads an interview as staff would, on whatever question comes.

import assert from "node:assert/strict";

const MOST_QUESTIONS = 30;

/** What is so, by the name of the fact: "true", the name of an option, or a number. Anything else is
 * as on most days. */
export async function lead(page, hand, opening, so = {}) {
  await begin(page, hand, opening);
  const asked = [];
  for (let at = await question(page); at; at = await question(page)) {
    assert.ok(asked.length < MOST_QUESTIONS, `it does not end: ${asked.map((one) => one.name).join(", ")}`);
    asked.push(at);
    await reply(page, hand, at, so);
  }
  return asked;
}

/** The same, until a question comes that is looked for. */
export async function leadTo(page, hand, opening, so, isIt) {
  await begin(page, hand, opening);
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    const at = await question(page);
    assert.ok(at, `the interview ended before such a question: ${opening}`);
    if (isIt(at)) return at;
    await reply(page, hand, at, so);
  }
  return assert.fail("no such question came");
}

async function begin(page, hand, opening) {
  await hand.go(page.locator(`button[name=opening][value=${opening}]`));
}

/** What is asked: name and kind; nothing when it is over. */
export async function question(page) {
  return page.evaluate(() => {
    const field = document.querySelector("input[name=question]");
    if (!field) return null;
    const has = (selector) => document.querySelector(`fieldset ${selector}`) !== null;
    const kind = has("[name=so]") ? "boxes" : has("[name=value]") ? "some" : has("[name=number]") ? "number" : has(".two") ? "yes-no" : "one";
    return { name: field.value, kind };
  });
}

async function reply(page, hand, at, so) {
  const answer = (value) => page.locator(`button[name=answer][value=${JSON.stringify(value)}]`);
  const onward = page.locator("fieldset button.main");
  if (at.kind === "boxes") {
    const ticked = at.name.split(" ").filter((fact) => so[fact] === "true");
    for (const fact of ticked) await hand.tick(page.locator(`input[name=so][value=${JSON.stringify(fact)}]`));
    return hand.go(ticked.length > 0 ? onward : answer("none"));
  }
  const known = so[at.name];
  if (at.kind === "some") {
    if (known === undefined) return hand.go(answer("none"));
    const box = page.locator(`input[name=value][value=${JSON.stringify(known)}]`);
    if (!(await box.isChecked())) await hand.tick(box);
    return hand.go(onward);
  }
  if (at.kind === "number") {
    if (known === undefined) return hand.go(answer("unknown"));
    await hand.write(page.locator("#number"), known);
    return hand.go(onward);
  }
  return hand.go(answer(known ?? usual(at)));
}

/** Staff would treat everybody alike, and most other things are not so. */
function usual(at) {
  if (at.kind === "one") return "unknown";
  return at.name === "refusal.anyone_else" ? "true" : "false";
}
