// A client of Demur's JSON API for Node 20 or later, and with a session's token for browsers.
//
//   npx tsc --target es2022 --module nodenext demur-client.ts
//   DEMUR_URL=http://127.0.0.1:8650 DEMUR_KEY=dmr_... node demur-client.js situation.json
//
// See docs/api.md for what can be asked. Types of everything can be made from
// /api/v1/openapi.json; the ones here are those that this client needs.

export type Situation = {
  at?: string;
  place?: string;
  profile?: string | string[];
  facts?: Record<string, unknown>;
};

export type Opinion = {
  verdict: string;
  possible: string[];
  missing: { fact: string; question: string }[];
};

export type Turn = {
  question: { about: string; facts: string[]; kind: string; title: string } | null;
  at_most: number;
  possible: string[];
  opinion: Opinion | null;
};

export type Receipt = { case: string; version: number };

export type CaseFile = { number: string; version: number; state: string; verdict: string };

export type Wrong = { pointer?: string; parameter?: string; header?: string; code: string; detail: string };

/** What the app answers when it does not do something (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** Stable, such as `invalid-situation`. */
  readonly code: string;
  readonly errors: Wrong[];

  constructor(status: number, document: { type?: string; title?: string; detail?: string; errors?: Wrong[] }) {
    super(`${status} ${document.title}: ${document.detail}`);
    this.status = status;
    this.code = (document.type ?? "").replace("/problems/", "");
    this.errors = document.errors ?? [];
  }
}

/** One firm's app, asked with one key. */
export class Demur {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, key: string, language = "en") {
    this.#url = `${url.replace(/\/$/, "")}/api/v1`;
    this.#headers = { authorization: `Bearer ${key}`, "accept-language": language };
  }

  /** What law and policy say of a situation. */
  async opinion(situation: Situation): Promise<Opinion> {
    return (await this.#ask<Opinion>("POST", "/opinions", situation)).body;
  }

  /** What to ask next; `question` is null when `opinion` is there. */
  async nextQuestion(situation: Situation, declined: string[] = []): Promise<Turn> {
    return (await this.#ask<Turn>("POST", "/questions", { situation, declined })).body;
  }

  /** Opens a case file. The same key never opens two. */
  async record(situation: Situation, key: string = crypto.randomUUID()): Promise<Receipt> {
    const headers = { "idempotency-key": key };
    return (await this.#ask<Receipt>("POST", "/cases", { situation }, headers)).body;
  }

  /** A case file, and the entity tag that a change has to name. */
  async case(number: string): Promise<{ file: CaseFile; tag: string }> {
    const { body, headers } = await this.#ask<CaseFile>("GET", `/cases/${encodeURIComponent(number)}`);
    return { file: body, tag: headers.get("etag") ?? "" };
  }

  async #ask<T>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<{ body: T; headers: Headers }> {
    const kind: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(this.#url + path, {
        method,
        headers: { ...this.#headers, ...kind, ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (answer.ok) {
        return { body: (await answer.json()) as T, headers: answer.headers };
      }
      // A change has its key, so it can be sent again whatever happened to the first.
      if ((answer.status === 429 || answer.status === 503) && attempt < 4) {
        const seconds = Number(answer.headers.get("retry-after") ?? "1");
        await new Promise((done) => setTimeout(done, seconds * 1000));
        continue;
      }
      throw new Problem(answer.status, await answer.json());
    }
  }
}

declare const process: { argv: string[]; env: Record<string, string | undefined> };

async function main(path: string): Promise<void> {
  // @ts-ignore: the types of Node are not needed for one function.
  const { readFile } = await import("node:fs/promises");
  const demur = new Demur(process.env["DEMUR_URL"] ?? "", process.env["DEMUR_KEY"] ?? "");
  const situation: Situation = JSON.parse(await readFile(path, "utf8"));

  console.log("verdict:", (await demur.opinion(situation)).verdict);
  const turn = await demur.nextQuestion({ place: "pl" });
  console.log("first question:", turn.question?.title);

  const key = crypto.randomUUID();
  const receipt = await demur.record(situation, key);
  const again = await demur.record(situation, key);
  if (again.case !== receipt.case) {
    throw new Error("the same key records once");
  }
  const { file, tag } = await demur.case(receipt.case);
  console.log("recorded:", file.number, file.state, tag);

  try {
    await demur.opinion({ facts: { "customer.age": "old" } });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const first = problem.errors[0];
    console.log("problem:", problem.code, first?.pointer, first?.code);
  }
}

const situation = typeof process === "undefined" ? undefined : process.argv[2];
if (situation !== undefined) {
  await main(situation);
}
