// A firm's own app from its first start: set-up, what is empty at first, settings, signing in.

import { code } from "../code.js";
import { OWNER, setUp } from "../firm.js";

const NEWCOMER = "Basia";

export const start = [
  { name: "start-where", play: ({ open }) => open("/start") },
  { name: "start-spent", status: 410, play: ({ open }) => open("/start?token=nothing") },
  { name: "start", play: ({ open, server }) => open(server.address) },
  { name: "start-wrong", on: "start", status: 422, play: ({ hand, button }) => hand.go(button("start-go")) },
  { name: "home-first", on: "start-wrong", play: (stage) => setUp(stage) },
  { name: "register-empty", play: ({ open }) => open("/cases") },
  { name: "providers-empty", play: ({ open }) => open("/providers") },
  { name: "policy-empty", play: ({ open }) => open("/policy") },
  { name: "settings", play: ({ open }) => open("/settings") },
  { name: "settings-firm", play: ({ open }) => open("/settings/firm") },
  { name: "settings-firm-wrong", on: "settings-firm", status: 422, play: nameless },
  { name: "settings-sites", play: ({ open }) => open("/settings/sites") },
  { name: "settings-kept", play: ({ open }) => open("/settings/kept") },
  { name: "settings-record", play: ({ open }) => open("/settings/record") },
  { name: "settings-roles", play: ({ open }) => open("/settings/roles") },
  { name: "settings-keys-empty", play: ({ open }) => open("/settings/keys") },
  { name: "settings-key", on: "settings-keys-empty", play: key },
  { name: "settings-keys", play: ({ open }) => open("/settings/keys") },
  { name: "settings-people-alone", play: ({ open }) => open("/settings/people") },
  { name: "settings-people-wrong", on: "settings-people-alone", status: 422, play: ({ hand, button }) => hand.go(button("people-add-go")) },
  { name: "settings-link", on: "settings-people-wrong", play: link },
  { name: "invitation", on: "settings-link", play: invited },
  { name: "invitation-wrong", on: "invitation", status: 422, play: ({ hand, button }) => hand.go(button("invitation-go")) },
  { name: "not-yours", on: "invitation-wrong", status: 403, play: notYours },
  { name: "register-own", on: "not-yours", play: ({ open }) => open("/cases") },
  { name: "invitation-spent", on: "register-own", status: 410, play: invited },
  { name: "settings-people", play: asOwner },
  { name: "settings-person", on: "settings-people", play: person },
  { name: "settings-account", play: ({ open }) => open("/settings/account") },
  { name: "second-factor", on: "settings-account", play: ({ hand, link }) => hand.go(link("second-factor-set-up")) },
  { name: "second-factor-wrong", on: "second-factor", status: 422, play: wrongCode },
  { name: "settings-account-strong", on: "second-factor-wrong", play: enrol },
  { name: "sign-in", on: "settings-account-strong", play: ({ hand, button }) => hand.go(button("frame-sign-out")) },
  { name: "sign-in-wrong", on: "sign-in", status: [401, 403, 422], play: (stage) => signIn(stage, "never") },
  { name: "sign-in-code", on: "sign-in-wrong", play: (stage) => signIn(stage, OWNER.password) },
];

async function nameless({ page, hand, button }) {
  await hand.write(page.locator("#name"), "");
  await hand.go(button("form-save"));
}

async function key({ page, hand, button }) {
  await hand.write(page.locator("#label"), "Kasa");
  await hand.tick(page.locator("input[name=roles]").first());
  await hand.go(button("key-add"));
}

async function link(stage) {
  const { page, hand, button } = stage;
  await hand.write(page.locator("#login"), NEWCOMER);
  await hand.tick(page.locator("input[name=roles][value=desk]"));
  await hand.go(button("people-add-go"));
  stage.kept.link = await page.locator("#link").inputValue();
}

/** Somebody else follows the link that the owner sent. */
async function invited({ context, open, kept }) {
  await context.clearCookies();
  await open(kept.link);
}

async function notYours({ page, hand, button, open }) {
  await hand.write(page.locator("#password"), OWNER.password);
  await hand.write(page.locator("#again"), OWNER.password);
  await hand.go(button("invitation-go"));
  await open("/settings/people");
}

async function asOwner(stage) {
  await stage.context.clearCookies();
  await stage.open("/sign-in");
  await signIn(stage, OWNER.password);
  await stage.open("/settings/people");
}

async function person({ page, hand }) {
  await hand.go(page.getByRole("link", { name: NEWCOMER, exact: true }));
}

async function wrongCode({ page, hand, button }) {
  await hand.write(page.locator("#code"), "000000");
  await hand.go(button("second-factor-go"));
}

async function enrol(stage) {
  const { page, hand, button } = stage;
  stage.kept.secret = await page.locator("main code").innerText();
  await hand.write(page.locator("#code"), code(stage.kept.secret));
  await hand.go(button("second-factor-go"));
}

async function signIn({ page, hand, button }, password) {
  await hand.write(page.locator("#login"), OWNER.login);
  await hand.write(page.locator("#password"), password);
  await hand.go(button("sign-in-go"));
}
