import type { Page } from "playwright/test";
import { dashboardTexts, unitEntries } from "../../lib/text/desk-dashboard";
import { reportIndicatorNames } from "../../lib/text/report-indicators";
import { expect, test } from "./app";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

const dossiers = reportIndicatorNames.online_dossiers.short;
const honest = (page: Page) => page.getByRole("region", { name: dossiers, exact: true });
const recorded = (page: Page) => honest(page).getByRole("link", { name: new RegExp(`, ${unitEntries.stages.recorded}, ${dossiers}`) });
const countIn = (text: string | null) => Number(text!.replace(/\D/g, ""));

test("a number of the province leads down the units and to its entries, with a table beside every picture", async ({ browser }) => {
  const page = await signInAtDesk(browser, "provinceVerifier", "/desk/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(dashboardTexts.title);
  expect(await violations(page)).toEqual([]);

  // The line of the year has its table: this month's number is the one above.
  const total = countIn(await recorded(page).textContent());
  await page.getByText(dashboardTexts.yearTable).click();
  const thisMonth = page.getByRole("region", { name: dashboardTexts.yearTable }).getByRole("row").last();
  expect(countIn(await thisMonth.getByRole("cell").first().textContent())).toBe(total);

  // The order is in the address, by keyboard too.
  const units = page.getByRole("region", { name: new RegExp(dossiers) }).filter({ has: page.getByRole("columnheader", { name: dashboardTexts.unit }) });
  await units.getByRole("link", { name: dashboardTexts.unit, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=name/);
  await expect(units.getByRole("columnheader", { name: dashboardTexts.unit })).toHaveAttribute("aria-sort", "ascending");

  // One unit down, and from there to what is behind its number: as many as it says.
  await units.getByRole("link", { name: "Huyện đoàn Tuy Phước", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Huyện đoàn Tuy Phước");
  await expect(page.getByRole("navigation", { name: dashboardTexts.parents })).toBeVisible();
  const ofUnit = countIn(await recorded(page).textContent());
  expect(ofUnit).toBeLessThanOrEqual(total);
  await recorded(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Huyện đoàn Tuy Phước");
  await expect(page.getByText(unitEntries.summary(String(ofUnit), unitEntries.stages.recorded, dossiers))).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: unitEntries.backToNumbers }).click();
  await expect(recorded(page)).toBeVisible();
  await page.context().close();
});

test("an observer reads the same numbers and opens nobody's entries", async ({ browser }) => {
  const page = await signInAtDesk(browser, "observer", "/desk/dashboard");
  await expect(honest(page)).toBeVisible();
  await expect(honest(page).getByRole("link")).toHaveCount(0);
  await page.goto("/desk/dashboard?unit=01890000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(dashboardTexts.title);
  await page.context().close();
});
