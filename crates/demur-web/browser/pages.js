// Every page in every state: looked at by the checker, by a list of rules, and as a picture.

import { after, before, it } from "node:test";
import { wanted } from "./given.js";
import { look } from "./look.js";
import * as pictures from "./pictures.js";
import { Server } from "./server.js";
import { stage } from "./stage.js";
import { beside } from "./scenes/beside.js";
import { cases } from "./scenes/cases.js";
import { counter } from "./scenes/counter.js";
import { library } from "./scenes/library.js";
import { start } from "./scenes/start.js";

/** One scene after the other on one server, by a visitor who signs in by `enter`. */
function play(scenes, server, chrome, lang, enter) {
  const chosen = scenes.filter((scene) => wanted(`page ${scene.name} ${lang}`));
  if (chosen.length === 0) return;
  const by = new Map(scenes.map((scene) => [scene.name, scene]));
  let running, at, now;
  before(async () => {
    running = await server();
    at = await stage(chrome(), running, lang);
    at.kept = {};
    await enter(at);
  });
  after(async () => {
    await at?.close();
    const problems = await running?.end();
    if (problems?.length) throw new Error(problems.join("; "));
  });
  /** Plays a scene, and first the one on which it goes on when that is not shown. */
  async function shown(scene) {
    if (scene.on && scene.on !== now) await shown(by.get(scene.on));
    now = undefined;
    at.watch.take();
    await scene.play(at);
    now = scene.name;
  }
  for (const scene of chosen) {
    it(`page ${scene.name} ${lang}`, async () => {
      await shown(scene);
      if (scene.shown) await pictures.show(at, scene.shown);
      await pictures.take(at, scene.name);
      await look(at, scene);
    });
  }
}

/** The made-up salon, as its owner. */
export function salon(chrome, lang) {
  const server = () => Server.start(`salon-${lang}`, lang, "--demo");
  play([...counter, ...cases, ...library, ...beside], server, chrome, lang, ({ open, server }) => open(server.address));
}

/** An app that nobody has set up. */
export function own(chrome, lang) {
  play(start, () => Server.start(`own-${lang}`, lang), chrome, lang, async () => {});
}
