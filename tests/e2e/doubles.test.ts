import type { Page } from "playwright/test";
import { desk } from "../../lib/text/desk";
import { doubleTexts } from "../../lib/text/desk-doubles";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { pressUntil } from "./review-at-desk";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

test("a leader compares what may be the same, side by side: one pair is two things, of the other one entry stands", async ({ app, browser }) => {
  const page = await signInAtDesk(browser, "leader", "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: doubleTexts.title }).click();
  await expect(page.getByRole("heading", { name: doubleTexts.title })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: new RegExp(`^${doubleTexts.second}`) })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // By keyboard to the next pair; once that works, keys are heard.
  const top = await openPair(page);
  await pressUntil(page, "ArrowDown", page.locator(`.doubles-item[aria-current="true"]:not([href="${top.href}"])`));
  const different = await openPair(page);
  await page.keyboard.press("k");
  await expect(page.getByText(doubleTexts.doneDifferent)).toBeVisible();
  await expect(page.locator(`.doubles-item[href="${different.href}"]`)).toHaveCount(0);
  expect(await decisionOn(app, different.ids)).toEqual([{ verdict: "different" }]);

  await page.goto(top.href);
  const stands = page.getByRole("button", { name: doubleTexts.standsFirst });
  await expect(stands).toBeEnabled();
  await stands.click();
  await expect(page.locator(`.doubles-item[href="${top.href}"]`)).toHaveCount(0);
  expect(await decisionOn(app, top.ids)).toEqual([{ verdict: "same" }]);
  const [first, second] = await Promise.all(top.ids.map((id) => query<{ status: string }>(app, "select status::text from entry where id = $1", [id])));
  expect(first).not.toEqual([{ status: "refused" }]);
  expect(second).toEqual([{ status: "refused" }]);
});

test("the province has a place for pairs between two direct units", async ({ browser }) => {
  const verifier = await signInAtDesk(browser, "provinceVerifier", "/desk");
  await verifier.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: doubleTexts.title }).click();
  await expect(verifier.getByRole("heading", { name: doubleTexts.title })).toBeVisible();
  await expect(verifier.getByRole("region", { name: doubleTexts.list })).toBeVisible();
  expect(await violations(verifier)).toEqual([]);
});

type Opened = { readonly href: string; readonly ids: readonly [string, string] };

/** The pair that is open, as its link names it: the earlier entry first. */
async function openPair(page: Page): Promise<Opened> {
  const href = (await page.locator('.doubles-item[aria-current="true"]').getAttribute("href"))!;
  const { searchParams } = new URL(href, "http://desk");
  return { href, ids: [searchParams.get("first")!, searchParams.get("second")!] };
}

function decisionOn(app: App, ids: readonly string[]): Promise<object[]> {
  return query(app, "select verdict from double_decision where entry_id = any ($1::uuid[]) and other_id = any ($1::uuid[])", [[...ids]]);
}
