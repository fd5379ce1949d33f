import type { Page } from "playwright/test";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { desk } from "../../lib/text/desk";
import { lockText } from "../../lib/text/lock";
import { signInText } from "../../lib/text/sign-in";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { choosePin, demoPin, fillIn, giveName, keyKept, signInOnPhone, unlock } from "./sign-in";
import { violations } from "./violations";

const first = { login: "thaonguyen", name: "Lê Nguyễn Thảo Nguyên", pin: demoPin };
const second = { login: "hamy", name: "Hà My", pin: "904715" };

test("two volunteers on one phone, with the server gone: each has an own queue, sent under the own name", async ({ app, context, page }) => {
  await signInOnPhone(page, { who: first.login });
  await switchPerson(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: lockText.somebodyElse }).click();
  await giveName(page, second.login);
  await expect(page.getByRole("heading", { name: lockText.choose.title })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await choosePin(page, second.pin);
  await expect(page).toHaveURL("/");
  await keyKept(page);
  await context.setOffline(true);
  await app.kill();

  const ofSecond = [await record(page, "Y Blŏk Một")];
  // Two taps to everybody here, then whose turn it is, and the PIN: no network in any of it.
  await switchPerson(page);
  await page.getByRole("button", { name: new RegExp(first.name) }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel(lockText.pin, { exact: true }).fill(second.pin);
  await expect(page.getByText(lockText.wrong(9))).toBeVisible(); // nobody's PIN opens what is another's
  await unlock(page, first.pin);
  await expect(page).toHaveURL("/"); // whoever takes over begins at home
  const ofFirst = [await record(page, "Siu Hai"), await record(page, "Siu Ba")];
  await page.goto("/entries");
  await expect(page.getByText("Siu Ba")).toBeVisible();
  await expect(page.getByText("Y Blŏk Một")).toHaveCount(0);

  // The end of a shift says first what is not sent.
  await page.goto("/me");
  await page.getByRole("button", { name: lockText.shiftEnd.action }).click();
  await expect(page.getByText(lockText.shiftEnd.waiting(2))).toBeVisible();
  await page.getByRole("button", { name: lockText.shiftEnd.leave }).click();
  await expect(personAt(page, first.name)).toContainText(lockText.unsent(2));
  await expect(personAt(page, second.name)).toContainText(lockText.unsent(1));

  // Whoever opens the phone sends in their own name, once they are signed in.
  await app.start();
  await context.setOffline(false);
  await personAt(page, first.name).click();
  await unlock(page, first.pin);
  await expect(page).toHaveURL("/");
  await sendAs(page, first.login);
  expect(await authorsOf(app, [...ofFirst, ...ofSecond])).toEqual(Object.fromEntries(ofFirst.map((id) => [id, first.login])));
  await switchPerson(page);
  await expect(personAt(page, first.name)).toContainText(lockText.unsent(0));
  await personAt(page, second.name).click();
  await unlock(page, second.pin);
  await expect(page).toHaveURL("/");
  await sendAs(page, second.login);
  expect(await authorsOf(app, [...ofFirst, ...ofSecond])).toEqual(Object.fromEntries([...ofFirst.map((id) => [id, first.login]), ...ofSecond.map((id) => [id, second.login])]));
});

test("a forgotten PIN costs a sign-in, and not an entry", async ({ app, context, page }) => {
  await signInOnPhone(page, { who: first.login });
  await context.setOffline(true);
  await app.kill();
  const unsent = [await record(page, "Y Blŏk Một"), await record(page, "Siu Hai")];
  await page.goto("/me");
  await page.getByRole("button", { name: lockText.menu.lock, exact: true }).click();
  await expect(page.getByText(lockText.unsent(2))).toBeVisible();
  await app.start();
  await context.setOffline(false);
  const forgot = page.getByRole("link", { name: lockText.forgot });
  const address = await forgot.getAttribute("href");
  // The session that is still there chooses nobody a new PIN, whatever step of signing in an address names.
  await page.goto(`${address}&step=secondFactor`);
  await expect(page.getByLabel(signInText.password, { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: lockText.choose.title })).toHaveCount(0);
  await page.goto("/");
  await forgot.click();
  await giveName(page, first.login);
  await choosePin(page, second.pin);
  await expect(page).toHaveURL("/");
  await expect.poll(async () => Object.keys(await authorsOf(app, unsent)).sort(), { timeout: 60_000 }).toEqual([...unsent].sort());
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible();
  await expect(page.getByText("Siu Hai")).toBeVisible(); // as the server has it

  await page.goto("/me");
  await page.getByRole("button", { name: lockText.menu.lock, exact: true }).click();
  await page.getByLabel(lockText.pin, { exact: true }).fill(first.pin);
  await expect(page.getByText(lockText.wrong(9))).toBeVisible();
  await unlock(page, second.pin);
});

test("a leader's phone that is locked has its desk locked, also without a network; the PIN opens both", async ({ app, context, page }) => {
  const atDesk = page.getByRole("navigation", { name: desk.navigation });
  const password = page.getByLabel(signInText.password, { exact: true });
  await signInOnPhone(page, { who: "leader" });
  await page.goto("/desk");
  await expect(atDesk).toBeVisible();
  await page.goto("/me");
  await context.setOffline(true);
  await app.kill();
  await page.getByRole("button", { name: lockText.menu.lock, exact: true }).click();
  await expect(page.getByLabel(lockText.pin, { exact: true })).toBeVisible();
  await app.start();
  await context.setOffline(false);
  await page.goto("/desk/review");
  await expect(password).toBeVisible();
  expect(await page.evaluate(async () => (await fetch("/api/account")).status)).toBe(401);

  await page.goto("/");
  await unlock(page);
  await page.goto("/desk");
  await expect(atDesk).toBeVisible();

  // Locked in one tab, gone from the other. A password opens the desk as well, and not the phone.
  const other = await context.newPage();
  await other.goto("/me");
  await other.getByRole("button", { name: lockText.menu.lock, exact: true }).click();
  await expect(password).toBeVisible();
  await giveName(page, "leader");
  await expect(page).toHaveURL(/\/desk/);
  await expect(atDesk).toBeVisible();
  await other.reload();
  await expect(other.getByLabel(lockText.pin, { exact: true })).toBeVisible();
});

/** From any screen to everybody who works on this phone. */
async function switchPerson(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: home.personMenu }).click();
  await page.getByRole("button", { name: lockText.menu.switch, exact: true }).click();
  await expect(page.getByRole("heading", { name: lockText.who })).toBeVisible();
}

function personAt(page: Page, name: string) {
  return page.getByRole("list", { name: lockText.people }).getByRole("button", { name: new RegExp(name) });
}

/** One citizen who was told something; answers the entry's id. */
async function record(page: Page, citizen: string): Promise<string> {
  await keyKept(page);
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.type }).click();
  await page.getByLabel(helpSession.person.name).fill(citizen);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  return finishSession(page, "guidanceGiven");
}

/** The browser's session is of whoever signed in last. */
async function sendAs(page: Page, login: string): Promise<void> {
  await fillIn(page, "/sign-in", login);
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
}

/** Logins by entry, of those that the server has. */
async function authorsOf(app: App, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await query<{ id: string; login: string }>(app, "select entry.id, login from entry join app_user on app_user.id = author_id where entry.id = any($1)", [ids]);
  return Object.fromEntries(rows.map(({ id, login }) => [id, login]));
}
