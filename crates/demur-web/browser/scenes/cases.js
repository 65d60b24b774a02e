// Register, case files and notices of the demonstration.

export const cases = [
  { name: "register", play: ({ open }) => open("/cases") },
  { name: "register-filtered", play: ({ open }) => open("/cases?state=decided&choice=refuse") },
  { name: "register-nothing", play: ({ open }) => open("/cases?from=2001-01-01&to=2001-01-02") },
  { name: "register-wrong", status: 422, play: ({ open }) => open("/cases?number=%3F%3F%3F") },
  { name: "file-open", play: first("open") },
  { name: "file-undecided", on: "file-open", status: 422, play: undecided },
  { name: "file-decided", play: first("decided") },
  { name: "file-notified", play: first("notified") },
  { name: "file-more", on: "file-notified", play: more },
  { name: "file-texts", on: "file-more", play: texts },
  { name: "file-hold-wrong", on: "file-more", status: 422, play: heldWithoutDay },
  { name: "file-held", on: "file-hold-wrong", play: held },
  { name: "file-appealed", on: "file-held", play: appealed },
  { name: "file-closed", play: closed },
  { name: "erase", on: "file-texts", play: ({ page, hand }) => hand.go(page.locator("a[href$='/erase']").first()) },
  { name: "erase-why", on: "erase", status: 422, play: ({ hand, button }) => hand.go(button("erase-send")) },
  { name: "access", play: ({ open }) => open("/cases/access") },
  { name: "access-nothing", on: "access", play: access },
  { name: "access-answer", on: "access", play: answer },
  { name: "notice", play: notice },
  { name: "notice-findings", on: "notice", status: [200, 422], play: findings },
];

/** The newest case file in a state. */
function first(state) {
  return async ({ page, hand, open }) => {
    await open(`/cases?state=${state}`);
    await hand.go(page.locator("table.register a").first());
  };
}

async function undecided({ page, hand, button }) {
  await hand.tick(page.locator("#decide input[name=choice]").first());
  await hand.go(button("decision-record"));
}

/** Everything that can be opened on the page. */
async function more({ page }) {
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
}

async function texts({ page, hand, open, button }) {
  await open(page.url());
  await hand.go(button("texts-show"));
}

async function access({ page, hand, button }) {
  await hand.write(page.locator("#contact"), "nobody@nowhere.example");
  await hand.go(button("access-send"));
}

async function answer({ page, hand, button }) {
  await hand.pick(page.locator("#channel"), "email");
  await hand.write(page.locator("#contact"), "ewa@zmyslona.example");
  await hand.go(button("access-in-words"));
}

async function notice({ page, hand, open }) {
  await open("/cases?state=decided&choice=refuse");
  const rows = page.locator("table.register a");
  if ((await rows.count()) === 0) await open("/cases?state=notified&choice=refuse");
  await hand.go(rows.first());
  await hand.go(page.locator("main a[href$='/notice']").first());
}

async function findings({ page, hand, button, lang }) {
  const rude = lang === "pl" ? "Jest Pani idiotką. Odmawiamy." : "You are an idiot. We refuse.";
  await hand.write(page.locator("#text"), rude);
  await hand.go(button("tell-check"));
}

/** A hold needs the day of the fact for which it is made. */
async function heldWithoutDay({ page, hand, button }) {
  const form = page.locator("form[action$='/hold']");
  await hand.tick(form.locator("input[name=fact]").first());
  await hand.go(button("hold-send"));
}

async function held({ page, hand, button }) {
  await hand.write(page.locator("#fact-day"), "2026-11-20");
  await hand.go(button("hold-send"));
}

/** What the customer sent is entered, whether it is an appeal or something else. */
async function appealed({ page, hand, button }) {
  await more({ page });
  await hand.tick(page.locator("form[action$='/receive'] input[name=kind]").first());
  await hand.go(button("receive-send"));
}

async function closed(at) {
  await first("decided")(at);
  await at.hand.go(at.button("close-send"));
}
