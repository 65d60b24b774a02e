// Two ways to use a page: a finger that taps, and a keyboard without any pointer. Both can do the
// same, so that a test is written once.

import assert from "node:assert/strict";

/** Longer than any page has places to stop at. */
const MOST_STOPS = 250;

/** Taps, and counts them. */
export class Finger {
  taps = 0;

  constructor(page) {
    this.page = page;
  }

  async press(what) {
    this.taps += 1;
    await what.click();
  }

  async tick(what) {
    this.taps += 1;
    await what.check();
  }

  async pick(what, value) {
    this.taps += 2;
    await what.selectOption(value);
  }

  async write(what, text) {
    this.taps += 1;
    await what.fill(text);
  }

  /** Presses what leads to another page. */
  async go(what) {
    const loaded = this.page.waitForEvent("load");
    await this.press(what);
    await loaded;
  }
}

/** Tabs to everything, as whoever has no pointer, and looks whether the focus can be seen. */
export class Keys {
  constructor(page) {
    this.page = page;
  }

  async press(what) {
    await this.#reach(what);
    await this.page.keyboard.press("Enter");
  }

  async tick(what) {
    const isRadio = (await what.getAttribute("type")) === "radio";
    await this.#reach(what, isRadio ? sameGroup : undefined);
    for (let step = 0; isRadio && step < 20 && !(await isFocused(what)); step += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    if (!(await what.isChecked())) await this.page.keyboard.press("Space");
    assert.ok(await what.isChecked(), "it cannot be ticked with the keyboard");
  }

  async pick(what, value) {
    await this.#reach(what);
    const options = await what.locator("option").evaluateAll((all) => all.map((option) => option.value));
    await this.page.keyboard.press("Home");
    for (let step = options.indexOf(value); step > 0; step -= 1) await this.page.keyboard.press("ArrowDown");
    assert.equal(await what.inputValue(), value, "it cannot be chosen with the keyboard");
  }

  async write(what, text) {
    await this.#reach(what);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  async go(what) {
    await this.#reach(what);
    const loaded = this.page.waitForEvent("load");
    await this.page.keyboard.press("Enter");
    await loaded;
  }

  async #reach(what, isThere = isFocused) {
    await what.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isThere(what)) return;
      await this.page.keyboard.press("Tab");
      const seen = await this.page.evaluate(focus);
      if (seen) assert.ok(seen.outlined, `the focus cannot be seen on ${seen.name} of ${this.page.url()}`);
    }
    assert.fail(`the keyboard does not reach ${what} of ${this.page.url()}`);
  }
}

function isFocused(what) {
  return what.evaluate((element) => element === document.activeElement);
}

/** The browser stops at one radio button of a group; arrows lead to the others. */
function sameGroup(what) {
  return what.evaluate((element) => {
    const at = document.activeElement;
    return at?.type === "radio" && at.name === element.name && at.form === element.form;
  });
}

/** How what has the focus looks; nothing when the page itself has it. */
function focus() {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const name = `<${at.tagName.toLowerCase()}> ${(at.textContent || at.getAttribute("name") || "").trim().slice(0, 40)}`;
  return { outlined, name };
}
