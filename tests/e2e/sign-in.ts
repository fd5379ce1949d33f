import type { Browser, Page } from "playwright/test";
import accounts from "../../prisma/demo-accounts.json" with { type: "json" };
import { desk } from "../../lib/text/desk";
import { signInText } from "../../lib/text/sign-in";
import { expect } from "./app";

/** A person of the demo, by login or by role; of a role the first. */
export const accountOf = (who: string) => accounts.find(({ role, login }) => who === login || who === role)!;

/** Signs in on the screen; ends on the phone's home. */
export async function signInOnPhone(page: Page, { who = "volunteer", origin = "" } = {}): Promise<void> {
  await fillIn(page, `${origin}/sign-in`, who);
  await expect(page).toHaveURL(`${origin}/`);
}

/** On a computer, in a browser of its own; ends on a page of the desk. */
export async function signInAtDesk(browser: Browser, who: string, address = "/desk/review"): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await fillIn(page, `/sign-in?next=${address}`, who);
  await expect(page.getByRole("navigation", { name: desk.navigation })).toBeVisible();
  return page;
}

async function fillIn(page: Page, address: string, who: string): Promise<void> {
  const { login, password } = accountOf(who);
  await page.goto(address);
  await page.getByLabel(signInText.login, { exact: true }).fill(login);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signInText.submit, exact: true }).click();
}
