import type { Page } from "playwright/test";
import { runningMonth } from "../../lib/domain/report/essential-services";
import { addDays, localDateOf, LocalDate } from "../../lib/domain/time/local-date";
import { desk } from "../../lib/text/desk";
import { commendationTexts } from "../../lib/text/desk-commendation";
import { dashboardTexts, unitEntries } from "../../lib/text/desk-dashboard";
import { essentialServiceTexts } from "../../lib/text/desk-essential-services";
import { targetTexts } from "../../lib/text/desk-targets";
import { formatCount } from "../../lib/text/moment";
import { rowTexts } from "../../lib/text/register-rows";
import { reportIndicatorNames } from "../../lib/text/report-indicators";
import { expect, test } from "./app";
import { query } from "./query";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";
import { readSheet } from "./workbook";

const countIn = (text: string | null) => Number(text!.replace(/\D/g, ""));
const district = "Huyện đoàn Tuy Phước";

/** Nothing reaches beyond the right edge: what is wide scrolls in its own frame. */
async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width);
}

test("a share leads to the rows of the registers behind it, on a phone's screen; paper has neither navigation nor buttons", async ({ browser }) => {
  const page = await signInAtDesk(browser, "provinceVerifier", "/desk/dashboard");
  await page.setViewportSize({ width: 360, height: 800 });
  const { short } = reportIndicatorNames.online_rate;
  await page.goto("/desk/dashboard?indicator=online_rate");
  const honest = page.getByRole("region", { name: short, exact: true });
  await expect(honest).toBeVisible();
  await expectNoOverflow(page);
  expect(await violations(page)).toEqual([]);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: desk.navigation })).toBeHidden();
  await expect(page.getByRole("link", { name: dashboardTexts.window.month, exact: true })).toBeHidden();
  await expect(honest).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  const part = honest.getByRole("link").first();
  const counted = countIn(await part.textContent());
  await part.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(short);
  await expect(page.getByText(rowTexts.counts.part(formatCount(counted)))).toBeVisible();
  await expect(page.getByRole("cell", { name: /^••••\d{4}$/ }).first()).toBeVisible();
  await expectNoOverflow(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("navigation", { name: rowTexts.partsNav }).getByRole("link", { name: rowTexts.parts.rest }).click();
  await expect(page.getByText(/^\d+ dòng chưa đạt\. /)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /XLSX/ }).click()]);
  expect((await readSheet(await file.path())).flat()).toContain(rowTexts.columns.why);
  await page.getByRole("link", { name: rowTexts.back }).click();
  await expect(honest).toBeVisible();
  await page.context().close();
});

test("the planner sets a target, lets articles follow the organisations, and finds both in the history", async ({ browser }) => {
  const page = await signInAtDesk(browser, "provincePlanner", "/desk/targets");
  const cellOf = (indicator: "articles" | "online_dossiers") => page.getByLabel(targetTexts.cell(reportIndicatorNames[indicator].short, district), { exact: true });
  await expect(cellOf("articles")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await cellOf("online_dossiers").fill("5.491");
  await page.getByRole("button", { name: targetTexts.takeRule.perOrganisation(district) }).click();
  await page.getByRole("button", { name: targetTexts.save, exact: true }).click();
  await expect(page.getByText(targetTexts.saved("2"))).toBeVisible();
  await page.reload();
  await expect(cellOf("online_dossiers")).toHaveValue("5.491");
  const articles = countIn(await cellOf("articles").inputValue());
  expect(articles % 6).toBe(0);
  await page.getByRole("link", { name: targetTexts.historyLink }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(targetTexts.history);
  await expect(page.getByRole("row", { name: /5\.491/ }).first()).toContainText(district);
  await expect(page.getByRole("row", { name: new RegExp(targetTexts.rule.perOrganisation) }).first()).toContainText(district);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test("each number of the essential services opens its dossiers, for whoever keeps the register; observers read the numbers", async ({ browser, app }) => {
  const [newest] = await query<{ day: string }>(app, "select max(received_on)::text as day from register_record where kind = 'dossier' and service in (select name from service)");
  const address = `/desk/essential-services?month=${runningMonth(LocalDate.parse(newest!.day))}`;
  const page = await signInAtDesk(browser, "provinceVerifier", encodeURIComponent(address));
  const table = page.getByRole("region", { name: essentialServiceTexts.table });
  const total = table.getByRole("row").last().getByRole("link").first();
  const counted = countIn(await total.textContent());
  expect(counted).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
  await total.click();
  await expect(page.getByText(new RegExp(`^${rowTexts.servicesCount(formatCount(counted)).replace(".", "\\.")}\\. `))).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const observer = await signInAtDesk(browser, "observer", encodeURIComponent(address));
  await expect(observer.getByRole("region", { name: essentialServiceTexts.table })).toBeVisible();
  await expect(observer.getByRole("region", { name: essentialServiceTexts.table }).getByRole("link")).toHaveCount(0);
  await page.context().close();
  await observer.context().close();
});

test("who stands out is named with numbers that open the person's own entries; the planner reads the names alone", async ({ browser }) => {
  const today = localDateOf(new Date().toISOString());
  const address = encodeURIComponent(`/desk/commendation?from=${addDays(today, -300)}&to=${today}`);
  const page = await signInAtDesk(browser, "provinceVerifier", address);
  const people = page.getByRole("region", { name: commendationTexts.people, exact: true });
  const first = people.getByRole("row").nth(1);
  const name = (await first.getByRole("rowheader").textContent())!;
  const matched = first.getByRole("link", { name: new RegExp(commendationTexts.columns.matched.toLowerCase()) });
  const counted = countIn(await matched.textContent());
  expect(await violations(page)).toEqual([]);
  await matched.click();
  await expect(page.getByText(unitEntries.summary(formatCount(counted), unitEntries.stages.matched, unitEntries.anyIndicator))).toContainText(unitEntries.of(name));
  await expect(page.getByRole("row")).toHaveCount(Math.min(counted, 100) + 1);
  expect(await violations(page)).toEqual([]);
  const planner = await signInAtDesk(browser, "provincePlanner", address);
  await expect(planner.getByRole("region", { name: commendationTexts.people, exact: true }).getByText(name, { exact: true })).toBeVisible();
  await expect(planner.getByRole("region", { name: commendationTexts.people, exact: true }).getByRole("link")).toHaveCount(0);
  await page.context().close();
  await planner.context().close();
});
