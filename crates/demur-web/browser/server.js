// `demur serve` on a folder of its own, as somebody would start it.

import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { binary, output } from "./given.js";

const PATIENCE = 60_000;

export class Server {
  #child;
  #folder;
  #printed = "";

  /** Starts it; `name` is that of its log. */
  static async start(name, lang, ...options) {
    const server = new Server();
    server.#folder = await mkdtemp(join(tmpdir(), "demur-browser-"));
    // Nothing of this machine's settings counts, and nothing is left on it.
    const env = { PATH: process.env.PATH, HOME: server.#folder, TMPDIR: server.#folder, LANG: "C.UTF-8" };
    const words = ["serve", "--listen", "127.0.0.1:0", "--lang", lang, ...options];
    server.#child = spawn(binary, words, { cwd: server.#folder, env, stdio: ["ignore", "pipe", "pipe"] });
    server.#child.stderr.pipe(createWriteStream(join(output, `${name}.log`)));
    await server.#greeted();
    return server;
  }

  #greeted() {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#giveUp(reject, "it did not say its address in time"), PATIENCE);
      this.#child.on("error", (error) => this.#giveUp(reject, error.message));
      this.#child.on("exit", (code) => this.#giveUp(reject, `it ended with ${code}`));
      this.#child.stdout.on("data", (chunk) => {
        this.#printed += chunk;
        const address = /https?:\/\/\S+/.exec(this.#printed);
        if (!address || !this.#printed.endsWith("\n")) return;
        clearTimeout(late);
        /** The address that it prints for whoever started it. */
        this.address = address[0];
        /** What every address of it begins with. */
        this.base = new URL(this.address).origin;
        this.#child.removeAllListeners("exit");
        resolve();
      });
    });
  }

  #giveUp(reject, why) {
    this.#child.kill("SIGKILL");
    reject(new Error(`\`demur serve\` does not start: ${why}\n${this.#printed}see the logs in ${output}`));
  }

  /** Ends it as a machine that shuts down would; says what went wrong then. */
  async end() {
    const problems = [];
    if (this.#child.exitCode !== null) problems.push(`it had ended before with ${this.#child.exitCode}`);
    else {
      const ended = once(this.#child, "exit");
      this.#child.kill("SIGTERM");
      const late = setTimeout(() => this.#child.kill("SIGKILL"), 20_000);
      const [code] = await ended;
      clearTimeout(late);
      if (code !== 0) problems.push(`it ended with ${code} after it was told to end`);
    }
    const left = await readdir(this.#folder);
    const made = left.filter((name) => name.startsWith("demur-demo-"));
    if (made.length > 0) problems.push(`it left ${made.join(", ")}`);
    await rm(this.#folder, { recursive: true, force: true });
    return problems;
  }
}
