// A firm that somebody sets up at the first start.

export const OWNER = { login: "Anna", password: "ogórek na drabinie" };
export const FIRM = { profile: "gabinet", name: "Gabinet Stopa", complaints: "600 100 200" };

/** Answers the five questions of the set-up, on its page. */
export async function setUp({ page, hand, button, field }) {
  await hand.pick(field("firm-profile"), FIRM.profile);
  await hand.write(field("firm-name"), FIRM.name);
  await hand.write(field("firm-complaint_contact"), FIRM.complaints);
  await hand.write(field("login"), OWNER.login);
  await hand.write(field("password-new"), OWNER.password);
  await hand.write(field("password-again"), OWNER.password);
  await hand.go(button("start-go"));
  await page.locator("#openings").waitFor();
}
