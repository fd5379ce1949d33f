import type { Browser, Page } from "playwright/test";
import accounts from "../../prisma/demo-accounts.json" with { type: "json" };
import { appShell } from "../../lib/text/app-shell";
import { desk } from "../../lib/text/desk";
import { lockText } from "../../lib/text/lock";
import { signInText } from "../../lib/text/sign-in";
import { expect } from "./app";
import { shellInstalled } from "./shell-installed";

/** A person of the demo, by login or by role; of a role the first. */
export const accountOf = (who: string) => accounts.find(({ role, login }) => who === login || who === role)!;

/** Not an easy one. */
export const demoPin = "258036";

/** Signs in on the screen and chooses a PIN; ends on the phone's home, which pages of this browser then open without asking. */
export async function signInOnPhone(page: Page, { who = "volunteer", origin = "" } = {}): Promise<void> {
  await fillIn(page, `${origin}/sign-in`, who);
  await choosePin(page);
  await expect(page).toHaveURL(`${origin}/`);
  await expect(page.getByRole("navigation", { name: appShell.navigation })).toBeVisible();
  await keyKept(page);
}

/** On the screen that asks for a new PIN, twice. */
export async function choosePin(page: Page, pin = demoPin): Promise<void> {
  await page.getByLabel(lockText.pin, { exact: true }).fill(pin);
  await page.getByLabel(lockText.choose.again, { exact: true }).fill(pin);
}

/** On the lock's screen, of whoever it asks. */
export async function unlock(page: Page, pin = demoPin): Promise<void> {
  await page.getByLabel(lockText.pin, { exact: true }).fill(pin);
  await expect(page.getByLabel(lockText.pin, { exact: true })).toHaveCount(0);
}

/** The service worker is there and has the key: a reload does not ask for the PIN. */
export async function keyKept(page: Page): Promise<void> {
  await shellInstalled(page);
  // Not waitForFunction: it takes the promise itself for a yes.
  await expect.poll(() => page.evaluate(hasKey)).toBe(true);
}

function hasKey(): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data !== undefined);
    navigator.serviceWorker.controller!.postMessage({ type: "KEY" }, [port2]);
  });
}

/** On a computer, in a browser of its own; ends on a page of the desk. */
export async function signInAtDesk(browser: Browser, who: string, address = "/desk/review"): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await fillIn(page, `/sign-in?next=${address}`, who);
  await expect(page.getByRole("navigation", { name: desk.navigation })).toBeVisible();
  return page;
}

export async function fillIn(page: Page, address: string, who: string): Promise<void> {
  await page.goto(address);
  await giveName(page, who);
}

/** Name and password, on the screen that asks for them. */
export async function giveName(page: Page, who: string): Promise<void> {
  const { login, password } = accountOf(who);
  await page.getByLabel(signInText.login, { exact: true }).fill(login);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signInText.submit, exact: true }).click();
}
