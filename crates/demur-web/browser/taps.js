// In sixty seconds: real taps on a phone from the first page to the answer with the words to say.

import assert from "node:assert/strict";
import { it } from "node:test";
import { setUp } from "./firm.js";
import { wanted } from "./given.js";
import { lead } from "./lead.js";
import { Server } from "./server.js";
import { stage } from "./stage.js";

const MOST = 8;
const SITUATIONS = [
  { opening: "insults", verdict: "may", so: { "request.object": "service", "refusal.reasons": "conduct" } },
  { opening: "harm", verdict: "may", so: { "request.object": "service", "refusal.reasons": "request" } },
  { opening: "person", verdict: "serve", so: { "request.object": "service", "refusal.reasons": "dislike" } },
];

export function taps(chrome, lang) {
  const name = `taps ${lang}`;
  if (!wanted(name)) return;
  it(name, { timeout: 120_000 }, async (test) => {
    const server = await Server.start(`taps-${lang}`, lang);
    const at = await stage(chrome(), server, lang, { width: 360 });
    try {
      await at.open(server.address);
      await setUp(at);
      for (const { opening, verdict, so } of SITUATIONS) {
        await at.open("/");
        at.hand.taps = 0;
        const asked = await lead(at.page, at.hand, opening, so);
        await at.page.locator(`main > .verdict.${verdict}`).waitFor();
        assert.ok(await at.page.locator("#say").isVisible());
        test.diagnostic(`${opening}: ${at.hand.taps} taps, ${asked.length} questions`);
        assert.ok(at.hand.taps <= MOST, `${opening}: ${at.hand.taps} taps`);
      }
    } finally {
      await at.close();
      await server.end();
    }
  });
}
