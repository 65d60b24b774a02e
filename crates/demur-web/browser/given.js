// What `cargo xtask browser` hands over, and the two packages that it installed outside of the tree.

import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start these tests by \`cargo xtask browser\``);
  return resolve(value);
}

export const crate = fileURLToPath(new URL("..", import.meta.url));
export const repository = resolve(crate, "../..");

/** The binary under test. */
export const binary = needed("DEMUR_BROWSER_BINARY");
/** Where pictures and the logs of servers go. */
export const output = needed("DEMUR_BROWSER_OUTPUT");
/** The program that shows the pages. */
export const chromium = process.env.DEMUR_BROWSER_CHROMIUM || "/usr/bin/chromium";
/** Whether somebody wants to watch. */
export const headed = process.env.DEMUR_BROWSER_HEADED === "1";

const only = process.env.DEMUR_BROWSER_ONLY || "";
/** Every test, unless a part of a name was given. */
export const wanted = (name) => name.includes(only);
/** Whether the pictures of the README are made anew. */
export const bless = process.env.DEMUR_BLESS === "1";
/** Whether the binary was built without its typesetter, so that there are no PDF files. */
export const withoutPdf = process.env.DEMUR_BROWSER_WITHOUT_PDF === "1";

const require = createRequire(join(needed("DEMUR_BROWSER_PACKAGES"), "package.json"));
export const playwright = require("playwright-core");
/** The accessibility checker, as source text that a page can run. */
export const axe = require("axe-core").source;
