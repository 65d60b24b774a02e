// Law, house policy and providers of the demonstration.

export const library = [
  { name: "law", play: ({ open }) => open("/law") },
  { name: "law-pack", play: ({ open }) => open("/law?pack=pl") },
  { name: "law-found", play: ({ open, lang }) => open(`/law?q=${lang === "pl" ? "alkohol" : "alcohol"}`) },
  { name: "law-nothing", play: ({ open }) => open("/law?q=qqqq") },
  { name: "law-wrong-day", status: [200, 422], play: ({ open }) => open("/law?q=a&on=2026-13-45") },
  { name: "law-norm", play: ({ open }) => open("/law/pl.kw.135") },
  { name: "law-fact", play: ({ open }) => open("/law/facts/request.object") },
  { name: "policy", play: ({ open }) => open("/policy") },
  { name: "policy-form", play: ({ open }) => open("/policy/form") },
  { name: "policy-form-wrong", on: "policy-form", status: 422, play: wrongForm },
  { name: "policy-file", play: ({ open }) => open("/policy/files/rules.md") },
  { name: "policy-found", on: "policy-file", status: [200, 422], play: diagnostics },
  { name: "policy-new", play: ({ open }) => open("/policy/new") },
  { name: "policy-history", play: ({ open }) => open("/policy/history/rules.md") },
  { name: "providers", play: ({ open }) => open("/providers") },
  { name: "providers-nobody", play: ({ open }) => open("/providers?q=qqqq") },
  { name: "providers-town", status: [200, 422], play: ({ open }) => open("/providers?near=Qqqq") },
  { name: "provider", play: openFirst },
  { name: "provider-edit", on: "provider", play: ({ page, hand }) => hand.go(page.locator("a[href^='/providers/edit']").first()) },
  { name: "provider-new", play: ({ open }) => open("/providers/new") },
  { name: "provider-wrong", on: "provider-new", status: 422, play: ({ hand, button }) => hand.go(button("policy-save")) },
  { name: "import", play: ({ open }) => open("/providers/import") },
  { name: "import-none", on: "import", status: 422, play: ({ hand, button }) => hand.go(button("providers-import-button")) },
  { name: "import-report", on: "import-none", play: report },
];

async function openFirst({ page, hand, open }) {
  await open("/providers");
  await hand.go(page.locator("table.cards tbody a").first());
}

/** A number that no rule takes. */
async function wrongForm({ page, hand, button }) {
  const rule = page.locator(".panel:has(input[inputmode=numeric])").first();
  const box = rule.locator("input[name=rule]");
  if (!(await box.isChecked())) await hand.tick(box);
  await hand.write(rule.locator("input[inputmode=numeric]").first(), "x");
  await hand.go(button("policy-save"));
}

/** A text that is none, looked at by the button and not by the script. */
async function diagnostics({ page, hand, button }) {
  await hand.write(page.locator("#text"), "```demur\nnorm house.broken\n  forbid refusing sometimes\n```\n");
  await hand.go(button("policy-check"));
}

/** A list in which one line can be read and one cannot. */
async function report({ page, hand, button }) {
  const text = "provider,service,town,hours\nGabinet Wzorowy,podologia,Kraków,Mo-Fr 09:00-17:00\n,,,\n";
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("#file").setInputFiles(file);
  await hand.go(button("providers-import-button"));
}
