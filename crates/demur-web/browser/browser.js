// Chromium, somebody who looks at pages with it, and whoever watches over what goes wrong meanwhile.

import { chromium, headed, playwright } from "./given.js";

const ARGUMENTS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Containers often run as root, which Chromium refuses in its sandbox. */
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export function open() {
  return playwright.chromium.launch({
    executablePath: chromium,
    headless: !headed,
    args: [...ARGUMENTS, ...asRoot],
  });
}

/** A window of somebody whose browser asks for a language. */
export async function visitor(browser, base, { lang, width = 390, script = true }) {
  const context = await browser.newContext({
    baseURL: base,
    locale: lang === "pl" ? "pl-PL" : "en-GB",
    timezoneId: "Europe/Warsaw",
    viewport: { width, height: width < 600 ? 800 : 900 },
    javaScriptEnabled: script,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { context, page, watch: new Watch(page, base), lang, base };
}

/** What a page does that it should not: errors, broken rules of its own policy, foreign addresses. */
export class Watch {
  #problems = [];

  constructor(page, base) {
    page.on("pageerror", (error) => this.#problems.push(`script: ${error.message}`));
    page.on("console", (said) => this.#heard(said));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== base) this.#problems.push(`asks elsewhere: ${request.url()}`);
    });
    page.on("response", (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        this.status = response.status();
      } else if (response.status() >= 400) {
        this.#problems.push(`${response.status()}: ${response.url()}`);
      }
    });
  }

  #heard(said) {
    if (said.type() !== "error" && said.type() !== "warning") return;
    // A page with a status of its own is one that we asked for; its status is compared elsewhere.
    if (said.text().startsWith("Failed to load resource: the server responded with a status")) return;
    this.#problems.push(`console: ${said.text()}`);
  }

  /** What was seen since the last time. */
  take() {
    return this.#problems.splice(0);
  }
}
