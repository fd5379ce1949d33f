import type { Page } from "playwright/test";
import { accountText as text } from "../../lib/text/account";
import { desk } from "../../lib/text/desk";
import { codeOf } from "../factories/authenticator";
import { expect, test } from "./app";
import { fillIn } from "./sign-in";
import { violations } from "./violations";

test.use({ settings: { SECOND_FACTOR: "required" } });

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("an officer sets up an authenticator, comes in with its code or one from paper, and ends a session from elsewhere", async ({ page, browser }) => {
  // Nothing opens before there is an authenticator, also for who knows the address.
  await fillIn(page, "/sign-in?next=/desk/dashboard", "officer");
  await expect(heading(page, text.steps.secondFactorSetup)).toBeVisible();
  await page.goto("/desk/review");
  await expect(heading(page, text.steps.secondFactorSetup)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/sign-in");

  await press(page, text.setUp.begin);
  await expect(page.getByRole("img", { name: text.setUp.qr })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const secret = (await page.getByRole("group", { name: text.setUp.key }).locator("span").allInnerTexts()).join("").replace(/\s/g, "");
  const code = codeOf(secret);
  await page.getByLabel(text.setUp.code).fill(code);
  await press(page, text.setUp.submit);
  const onPaper = page.getByRole("list", { name: text.recovery.list }).getByRole("listitem");
  await expect(onPaper).toHaveCount(10);
  const [firstCode = ""] = await onPaper.allInnerTexts();
  expect(await violations(page)).toEqual([]);
  await press(page, text.recovery.done);
  await expect(page.getByRole("navigation", { name: desk.navigation })).toBeVisible();

  // Elsewhere: the same code again is refused, one from paper is not.
  const other = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
  await fillIn(other, "/sign-in?next=/desk/account", "officer");
  await other.getByLabel(text.code.label).fill(code);
  await press(other, text.code.submit);
  await expect(other.getByLabel(text.code.label)).toHaveAccessibleDescription(text.code.wrong);
  await press(other, text.code.useRecovery);
  await other.getByLabel(text.code.recoveryLabel, { exact: true }).fill(firstCode.toLowerCase());
  expect(await violations(other)).toEqual([]);
  await press(other, text.code.submit);
  await expect(other.getByText(text.secondFactor.codesLeft(9))).toBeVisible();
  await expect(other.getByText(text.events.kinds.recoveryCodeUsed)).toBeVisible();
  expect(await violations(other)).toEqual([]);

  // The first one is ended from there, and is nobody's with the next page.
  await expect(other.getByText(text.sessions.isThis)).toHaveCount(1);
  await press(other, text.sessions.endOthers);
  await other.getByRole("dialog").getByRole("button", { name: text.sessions.endOthers, exact: true }).click();
  await expect(other.getByText(text.sessions.only)).toBeVisible();
  await page.goto("/desk/dashboard");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
