import type { Page } from "playwright/test";
import { addDays, localDateOf } from "../../lib/domain/time/local-date";
import { desk } from "../../lib/text/desk";
import { organisationTexts as texts } from "../../lib/text/organisation";
import { expect, test } from "./app";
import { query } from "./query";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

const [gone, heir] = ["Đội tình nguyện xã Phước Sơn", "Đội tình nguyện xã Phước Lộc"];
const tomorrow = () => addDays(localDateOf(new Date().toISOString()), 1);

test("an officer looks at a merger of two teams, plans it, sees the tree of both days, and takes it back", async ({ app, browser }) => {
  const page = await signInAtDesk(browser, "officer", "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: texts.nav, exact: true }).click();
  await expect(page.getByRole("heading", { name: texts.title })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Found without marks, reached and opened by keyboard.
  await expect(async () => {
    await page.getByRole("searchbox", { name: texts.search }).fill("doi tinh nguyen xa phuoc son");
    await expect(page.getByRole("status").filter({ hasText: texts.found(1) })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("treeitem").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: gone })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const address = page.url();

  await page.getByRole("link", { name: texts.changes.merge }).click();
  await expect(page.getByRole("heading", { name: `${texts.changes.merge}: ${gone}` })).toBeVisible();
  await page.getByRole("group", { name: texts.heir }).getByRole("combobox").selectOption({ label: heir });
  await page.getByLabel(texts.from).fill(tomorrow());
  await page.getByRole("button", { name: texts.preview }).click();
  const preview = page.getByRole("region", { name: texts.preview });
  await expect(preview.getByText(texts.fateCloses([heir]))).toBeVisible();
  await expect(preview.getByRole("heading", { name: texts.goesOn(gone, heir) })).toBeVisible();
  await expect(preview.getByRole("row", { name: /Đoàn Ngọc Bảo Trân/ })).toContainText(heir);
  expect(await violations(page)).toEqual([]);
  expect(await query(app, "select from unit_change")).toEqual([]);

  await page.getByRole("button", { name: texts.apply }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("definition").filter({ hasText: heir })).toBeVisible();
  await expect(page.getByRole("cell", { name: texts.changes.merge, exact: true })).toBeVisible();

  expect(await teamsOn(page, localDateOf(new Date().toISOString()))).toEqual(expect.arrayContaining([gone, heir]));
  const later = await teamsOn(page, tomorrow());
  expect(later).toContain(heir);
  expect(later).not.toContain(gone);

  // It was the wrong one: until its day it can be taken back, and the tree is as before.
  await page.goto(address);
  await page.getByRole("button", { name: new RegExp(`^${texts.takeBack}`) }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: texts.takeBackConfirm }).click();
  await expect(page.getByText(/^Đã bỏ lúc/)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await teamsOn(page, tomorrow())).toEqual(expect.arrayContaining([gone, heir]));

  const other = await signInAtDesk(browser, "dinhtrong", "/desk/organisation");
  expect((await other.goto(address))?.status()).toBe(404);
});

/** What the tree of a day says, all of it opened. */
async function teamsOn(page: Page, day: string): Promise<string[]> {
  await page.goto(`/desk/organisation?day=${day}`);
  await expect(async () => {
    await page.getByRole("button", { name: texts.expandAll }).click();
    await expect(page.getByRole("treeitem", { name: heir })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return page.locator(".tree-name").allTextContents();
}
