import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { desk } from "../../lib/text/desk";
import { reportTexts } from "../../lib/text/desk-reports";
import { expect, test } from "./app";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

test("the verifier drafts a report, writes between the data, publishes it; others read what was published", async ({ browser }) => {
  const page = await signInAtDesk(browser, "provinceVerifier", "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: reportTexts.nav, exact: true }).click();
  await expect(page.getByText(reportTexts.none)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: reportTexts.begin }).click();

  const limits = page.getByLabel(reportTexts.paragraphs.limits, { exact: true });
  await limits.fill("Một số đơn vị còn chậm.");
  await expect(page.getByText(reportTexts.usual).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Nothing is published that is not saved, or that nobody looked at.
  const publish = page.getByRole("button", { name: reportTexts.publish, exact: true });
  const dialog = page.getByRole("dialog", { name: reportTexts.publishTitle });
  await publish.click();
  await expect(dialog.getByText(reportTexts.saveFirst)).toBeVisible();
  await dialog.getByRole("button", { name: reportTexts.goBack }).click();
  await page.getByRole("button", { name: /^Giữ nguyên cả/ }).click();
  await page.getByRole("button", { name: reportTexts.save, exact: true }).click();
  await expect(page.getByText(reportTexts.saved)).toBeVisible();
  await expect(page.getByText(reportTexts.checks.carriedNone)).toBeVisible();
  const { pathname, search } = new URL(page.url());
  const address = encodeURIComponent(`${pathname}${search}`);

  await publish.click();
  await dialog.getByLabel(reportTexts.publishNumber).fill("125");
  await dialog.getByRole("button", { name: reportTexts.publish, exact: true }).click();
  await expect(page.getByText(reportTexts.intact)).toBeVisible();
  await expect(page.getByText("Một số đơn vị còn chậm.")).toBeVisible();
  await expect(limits).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: /^Vẽ lại theo số liệu/ }).click();
  await expect(page.getByText(reportTexts.redrawEqual)).toBeVisible();

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: reportTexts.docx }).click()]);
  expect(file.suggestedFilename()).toMatch(/^bao-cao-de-an-5299-den-\d{4}-\d\d-\d\d\.docx$/);
  const parts = unzipSync(await readFile(await file.path()));
  expect(strFromU8(parts["word/document.xml"]!)).toContain("Một số đơn vị còn chậm.");

  await page.getByRole("link", { name: reportTexts.annex(1) }).click();
  await expect(page.getByRole("article", { name: reportTexts.annexTitle("PHỤ LỤC 1") })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("article").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/desk\/entries\?/);
  await expect(page.getByRole("heading", { name: desk.notFound.title })).toHaveCount(0);

  const observer = await signInAtDesk(browser, "observer", address);
  await expect(observer.getByText(reportTexts.intact)).toBeVisible();
  const officer = await signInAtDesk(browser, "officer", address);
  await expect(officer.getByRole("heading", { name: desk.notFound.title })).toBeVisible();
});
