// Leaving quickly: a neutral page at once, and nothing to come back to.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { wanted } from "./given.js";
import { Server } from "./server.js";
import { stage } from "./stage.js";

export function leaving(chrome, lang) {
  const names = { link: `leaving by the link ${lang}`, key: `leaving by Escape ${lang}`, bare: `leaving without script ${lang}` };
  if (!Object.values(names).some(wanted)) return;
  let server;
  before(async () => {
    server = await Server.start(`leaving-${lang}`, lang, "--demo");
  });
  after(() => server?.end());

  /** Somebody reads a case file, leaves, and presses Back. */
  async function leave(way, options, andBack) {
    const at = await stage(chrome(), server, lang, options);
    try {
      await at.open(server.address);
      await at.open("/cases");
      await at.hand.go(at.page.locator("table.register a").first());
      const file = at.page.url();
      await way(at);
      await at.page.waitForURL("**/away");
      assert.equal(await at.page.title(), at.t("away-title"));
      const text = await at.page.locator("body").innerText();
      assert.ok(!/demur/i.test(text), `it says where one was: ${text}`);
      await andBack(at, file);
    } finally {
      await at.close();
    }
  }

  const noWayBack = async ({ page }, file) => {
    await page.goBack();
    assert.notEqual(page.url(), file, "Back shows the case file");
  };

  if (wanted(names.link)) it(names.link, () => leave(({ hand, link }) => hand.press(link("frame-leave")), {}, noWayBack));
  if (wanted(names.key)) {
    it(names.key, () =>
      leave(async ({ page }) => {
        for (let count = 0; count < 3; count += 1) await page.keyboard.press("Escape");
      }, {}, noWayBack),
    );
  }
  if (wanted(names.bare)) it(names.bare, () => leave(({ hand, link }) => hand.press(link("frame-leave")), { script: false }, async () => {}));
}
