// Every page as a picture, for people to look at; two of them stand in the README.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bless, output, repository } from "./given.js";

const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"];
/** Beyond this a page is a list that goes on in the same way. */
const TALLEST = 6_000;

const folder = join(output, "pictures");
mkdirSync(folder, { recursive: true });

/** Writes a page in phone and desktop width, light and dark. */
export async function take({ page, lang }, name) {
  const before = page.viewportSize();
  // Nothing is drawn as if somebody pointed at it.
  await page.mouse.move(0, 0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
    // What keeps to the edge of the window is drawn at its end.
    await page.setViewportSize({ width, height: Math.min(height, TALLEST) });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${name}.${lang}.${width}.${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}

/** Writes a picture of the README when it is to be made anew. */
export async function show({ page, lang }, name) {
  if (!bless || lang !== "en") return;
  const pictures = join(repository, "docs/pictures");
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.setViewportSize(before);
}
