import type { Page } from "playwright/test";
import { appShell } from "../../lib/text/app-shell";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { phoneTexts } from "../../lib/text/phones";
import { signInText } from "../../lib/text/sign-in";
import { expect, test } from "./app";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { choosePin, giveName, keyKept, signInAtDesk, signInOnPhone } from "./sign-in";
import { violations } from "./violations";

const author = "Lê Nguyễn Thảo Nguyên";

test("a lost phone delivers what is on it into quarantine at its next contact, then nothing of ours is left on it", async ({ app, browser, context, page }) => {
  await signInOnPhone(page);
  await context.setOffline(true);
  const entryId = await record(page, "Siu Hai");

  const desk = await signInAtDesk(browser, "leader", "/desk/phones");
  const row = desk.getByRole("row").filter({ hasText: author }).first();
  await row.getByRole("button", { name: new RegExp(phoneTexts.revoke) }).click();
  await expect(desk.getByText(phoneTexts.revokeAbout)).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  await desk.getByRole("button", { name: phoneTexts.revokeNow, exact: true }).click();
  await expect(desk.getByRole("row").filter({ hasText: phoneTexts.revoked.lost })).toContainText(author);

  await context.setOffline(false);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: appShell.wiped.title })).toBeVisible({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  expect(await query(app, "select status::text from entry where id = $1", [entryId])).toEqual([{ status: "quarantined" }]);
  const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(left).not.toContain("tinh-nguyen-so");
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("tns-device");
  await desk.reload();
  await expect(desk.getByRole("row").filter({ hasText: /Đã xoá dữ liệu/ })).toContainText(author);
  await page.reload();
  await expect(page.getByLabel(signInText.login, { exact: true })).toBeVisible();
});

test("a browser that was emptied behind the app is the same phone: author and leader hear what it held", async ({ app, browser, context, page }) => {
  await signInOnPhone(page);
  // The phone gets through with what it says of itself, and with none of its entries.
  await page.route("**/api/commands", async (route) => {
    const request = route.request().postDataJSON();
    await route.continue({ postData: JSON.stringify({ ...request, commands: [{}] }) });
  });
  const told = page.waitForResponse((response) => response.ok() && response.url().endsWith("/api/commands"));
  await record(page, "Siu Hai");
  await told;
  await page.goto("about:blank");
  await emptyStorage(page, app.origin);
  await page.unrouteAll();

  await page.goto("/sign-in");
  await giveName(page, "volunteer");
  await choosePin(page);
  await expect(page).toHaveURL("/");
  await keyKept(page);
  await expect(page.getByText(/1 mục chưa gửi.* không còn/)).toBeVisible({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);

  const desk = await signInAtDesk(browser, "leader", "/desk/phones");
  const losses = desk.getByRole("region", { name: phoneTexts.lossesTitle });
  await expect(losses.getByText(new RegExp(`^${author} .*mất 1 mục`))).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  await losses.getByRole("button", { name: new RegExp(phoneTexts.settled) }).click();
  await expect(losses).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible();
  await expect(page.getByText(/mục chưa gửi.* không còn/)).toHaveCount(0);
  await context.close();
});

/** What "clear browsing data" of a system cleaner does; cookies stay. */
async function emptyStorage(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage,service_workers,cache_storage" });
}

async function record(page: Page, citizen: string): Promise<string> {
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.type }).click();
  await page.getByLabel(helpSession.person.name).fill(citizen);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  return finishSession(page, "guidanceGiven");
}
