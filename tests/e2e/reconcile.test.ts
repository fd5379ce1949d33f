import { desk } from "../../lib/text/desk";
import { reconcileTexts, registerFieldNames, standingTexts } from "../../lib/text/desk-reconcile";
import { columnTexts } from "../../lib/text/imports";
import { expect, test } from "./app";
import { query } from "./query";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

/** As offices export it: two title rows, names in two rows with merged cells, days as people write them, a sum. */
function exportOf(codes: readonly string[]): string {
  return [
    "VĂN PHÒNG UBND TỈNH BÌNH ĐỊNH,,,,,",
    "DANH SÁCH HỒ SƠ TIẾP NHẬN,,,,,",
    "STT,Số hồ sơ,Tiếp nhận,,Tên thủ tục,Số CCCD người nộp",
    ",,Ngày tiếp nhận,Hình thức,,",
    ...codes.map((code, index) => `${index + 1},${code},05/08/2026 08:1${index % 10},Trực tuyến,Đăng ký khai sinh,05209500${1000 + index}`),
    `${codes.length + 1},H08.21-260899-0001,31/06/2026,Trực tuyến,Đăng ký khai sinh,`,
    `Tổng cộng,,,,,${codes.length}`,
  ].join("\r\n");
}

test("the verifier maps an awkward file, looks at it, accepts it and sees what came of it", async ({ app, browser }) => {
  const known = await query<{ code: string }>(app, `
    select distinct dossier_code as code from outcome join entry on entry.id = outcome.entry_id join outcome_standing on outcome_id = outcome.id
    where dossier_code is not null and voided_at is null and entry.status = 'confirmed' and standing = 'notFound' order by 1 limit 12`);
  const codes = known.map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(3);
  const file = { name: "igate_bo_sung.csv", mimeType: "text/csv", buffer: Buffer.from(exportOf(codes).normalize("NFD")) };

  const page = await signInAtDesk(browser, "provinceVerifier", "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: reconcileTexts.nav }).click();
  await expect(page.getByText(reconcileTexts.again)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: reconcileTexts.newImport }).click();
  await expect(page.getByRole("heading", { name: reconcileTexts.chooseTitle })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel(reconcileTexts.chooseButton).setInputFiles(file);

  // What was guessed; one column is taken away and given back by hand.
  const channel = page.getByLabel(registerFieldNames.channel, { exact: true });
  await expect(page.getByLabel(registerFieldNames.code, { exact: true })).toHaveValue("1");
  await expect(channel).toHaveValue("3");
  await expect(page.getByText("••••••••1000")).toBeVisible();
  await channel.selectOption("");
  await expect(page.getByText(columnTexts.missing(registerFieldNames.channel))).toBeVisible();
  await expect(page.getByRole("button", { name: reconcileTexts.read })).toBeDisabled();
  await channel.selectOption("3");
  await page.getByLabel(reconcileTexts.layoutLabel).fill("Xuất hồ sơ");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: reconcileTexts.read }).click();

  // As it was read; nothing counts yet.
  await expect(page.getByRole("heading", { name: reconcileTexts.previewTitle })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: codes[0]! })).toContainText("05/08/2026");
  await expect(page.getByRole("row").filter({ hasText: codes[0]! })).toContainText("••••1000");
  await expect(page.getByRole("heading", { name: reconcileTexts.unreadTitle("1") })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const [unread] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: reconcileTexts.download("1") }).click()]);
  expect(unread.suggestedFilename()).toMatch(/\.xlsx$/);
  const matched = () => query<{ count: number }>(app, "select count(*)::int as count from outcome_standing where standing = 'matched' and 'online_dossiers' = any (matched)");
  const [before] = await matched();

  await page.getByRole("button", { name: reconcileTexts.accept, exact: true }).click();
  await expect(page.getByText(reconcileTexts.again)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: standingTexts.matched.name }).first()).toBeVisible();
  expect((await matched())[0]!.count).toBe(before!.count + codes.length);
  expect(await violations(page)).toEqual([]);

  await page.getByRole("link", { name: reconcileTexts.seeEntriesOf(standingTexts.matched.name) }).first().click();
  await expect(page.getByRole("rowheader", { name: codes[0]! }).first()).toBeVisible();

  // The same file again says nothing; its columns are known by name now.
  await page.goto("/desk/reconcile/new");
  await page.getByLabel(reconcileTexts.chooseButton).setInputFiles(file);
  await expect(page.getByText(columnTexts.remembered("Xuất hồ sơ"))).toBeVisible();
  await page.getByRole("button", { name: reconcileTexts.read }).click();
  await expect(page.getByText(reconcileTexts.sameFile)).toBeVisible();
  await page.getByRole("link", { name: reconcileTexts.history }).click();
  await expect(page.getByRole("row").filter({ hasText: "igate_bo_sung.csv" })).toHaveCount(2);
  await expect(page.getByText(reconcileTexts.sameStatus)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("nobody else finds the way to the register", async ({ browser }) => {
  const officer = await signInAtDesk(browser, "officer", "/desk");
  await expect(officer.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: reconcileTexts.nav })).toHaveCount(0);
  for (const path of ["/desk/reconcile", "/desk/reconcile/new", "/desk/reconcile/history", "/desk/reconcile/questions", "/desk/reconcile/entries?kind=dossier&standing=matched"]) {
    await officer.goto(path);
    await expect(officer.getByRole("heading", { name: desk.notFound.title })).toBeVisible();
  }
});
