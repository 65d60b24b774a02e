// The counter of the demonstration: home, each kind of question, each kind of answer, the record.

import { lead, leadTo } from "../lead.js";

/** Insults that went on after two warnings. */
const CONDUCT = {
  "refusal.reasons": "conduct",
  "request.object": "service",
  "history.warned": "true",
  "gabinet.warned_twice": "true",
  "gabinet.questionnaire": "true",
};

/** A question of a kind, on the way of some situation. */
const asked = (opening, so, isIt) => async ({ page, hand, open }) => {
  await open("/");
  await leadTo(page, hand, opening, so, isIt);
};

/** An answer in a tone. */
const opinion = (opening, so, tone) => async ({ page, hand, open }) => {
  await open("/");
  await lead(page, hand, opening, so);
  await page.locator(`main > .verdict.${tone} h1`).waitFor();
};

const kind = (wanted) => (at) => at.kind === wanted;
/** What makes the age matter. */
const AGED = {
  ...CONDUCT,
  "danger.life": "true",
  "danger.helper_at_risk": "true",
  "customer.consumer": "true",
  "conduct.violent": "true",
};

export const counter = [
  { name: "home", shown: "counter", play: ({ open }) => open("/") },
  { name: "home-found", play: ({ open, lang }) => open(`/?q=${lang === "pl" ? "faktura" : "invoice"}`) },
  { name: "home-nothing", play: ({ open }) => open("/?q=qqqq") },
  { name: "interview-yes-no", play: asked("insults", {}, kind("yes-no")) },
  { name: "interview-alarm", play: asked("violence", { "danger.life": "true" }, kind("some")) },
  { name: "interview-one", play: asked("insults", CONDUCT, kind("one")) },
  { name: "interview-some", play: asked("insults", CONDUCT, kind("some")) },
  { name: "interview-boxes", play: asked("insults", CONDUCT, kind("boxes")) },
  { name: "interview-number", play: asked("harassment", AGED, kind("number")) },
  {
    name: "interview-error",
    on: "interview-number",
    status: 422,
    play: async ({ page, hand }) => {
      await hand.write(page.locator("#number"), "abc");
      await hand.go(page.locator("fieldset button.main"));
    },
  },
  { name: "interview-back", on: "interview-error", play: ({ hand, button }) => hand.go(button("interview-back")) },
  { name: "interview-unticked", status: 422, play: unticked },
  { name: "opinion-serve", play: opinion("person", { ...CONDUCT, "refusal.reasons": "dislike" }, "serve") },
  { name: "opinion-refuse", play: opinion("illegal", CONDUCT, "refuse") },
  { name: "opinion-open", play: opinion("insults", { ...CONDUCT, "gabinet.questionnaire": "unknown" }, "open") },
  { name: "opinion-alarm", play: opinion("violence", { ...CONDUCT, "danger.life": "true" }, "serve") },
  { name: "opinion-after", play: opinion("insults", { ...CONDUCT, "gabinet.warned_twice": "false" }, "may") },
  { name: "opinion-reason", on: "opinion-after", status: 422, play: reason },
  { name: "opinion-may", shown: "opinion", play: opinion("insults", CONDUCT, "may") },
  { name: "opinion-everything", on: "opinion-may", play: everything },
  { name: "opinion-referral", on: "opinion-everything", play: ({ hand, link }) => hand.go(link("opinion-providers")) },
  { name: "opinion-notice", on: "opinion-referral", play: notice },
  { name: "opinion-unworded", on: "opinion-notice", status: 422, play: unworded },
  { name: "recorded", on: "opinion-unworded", play: recorded },
];

async function unticked({ page, hand, open }) {
  await open("/");
  await leadTo(page, hand, "insults", CONDUCT, kind("boxes"));
  await hand.go(page.locator("fieldset button.main"));
}

async function everything({ page, hand, t }) {
  await hand.press(page.getByText(t("opinion-everything"), { exact: true }));
}

/** Somebody refuses before the steps are done: the record asks why. */
async function reason(stage) {
  await stage.hand.tick(stage.field("decision-refuse"));
  await recorded(stage);
  await stage.page.locator("#reason").waitFor();
}

/** From the referral back to the opinion, and to what it says to the customer. */
async function notice({ page, hand, link }) {
  await page.goBack();
  await hand.go(link("opinion-notice"));
}

async function unworded({ page, hand, button, field }) {
  await page.goBack();
  await hand.tick(field("decision-refuse"));
  await hand.go(button("decision-record"));
}

async function recorded({ page, hand, button, lang }) {
  const words = lang === "pl" ? "Padły wyzwiska, prosiliśmy o spokój, a one trwały dalej." : "There were insults, we asked for calm, and they went on.";
  await hand.write(page.locator("#words"), words);
  await hand.go(button("decision-record"));
}
