import type { Page } from "playwright/test";
import type { VisitResult } from "../../lib/domain/entry/household-visit";
import { form } from "../../lib/text/form";
import { helpSession } from "../../lib/text/help-session";
import { areasText, visitText } from "../../lib/text/households";
import { expect } from "./app";

/** What the household says: whether somebody there has an account, and VNeID. */
export type Said = { readonly hasAccount: boolean; readonly hasVneid: boolean };

export type Visited = { readonly household: string; readonly result: VisitResult; readonly said?: Said };

/** Fetches the campaign's households; returns what came over the wire, in bytes. */
export async function downloadPack(page: Page): Promise<number> {
  await page.goto("/areas");
  const answer = page.waitForResponse((response) => response.url().includes("/api/area-pack"));
  await page.getByRole("button", { name: areasText.download, exact: true }).click();
  const { responseBodySize } = await (await answer).request().sizes();
  await expect(page.getByRole("button", { name: areasText.refresh, exact: true })).toBeVisible();
  return responseBodySize;
}

/** From the list of hamlets to the doors of one. */
export async function openHamlet(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.locator("[data-household]").first()).toBeVisible();
}

/** The first door of a hamlet's list. */
export async function openFirstDoor(page: Page): Promise<void> {
  await page.locator("[data-household] a").first().click();
  await expect(page.getByRole("radio", { name: visitText.tiles.absent })).toBeAttached();
}

/** Answers at the door that is open, and goes on to the next one, or back to the list behind the last. */
export async function answerDoor(page: Page, result: VisitResult, said: Said = oneHasAccount): Promise<Visited> {
  const household = householdOf(page);
  await fillDoor(page, result, said);
  await page.getByRole("button", { name: visitText.saveAndNext, exact: true }).or(page.getByRole("button", { name: form.save, exact: true })).click();
  await page.waitForURL((url) => url.pathname === "/areas" || url.searchParams.get("household") !== household);
  await expect(page.getByText(visitText.saved("").slice(0, -2))).toBeVisible();
  return { household, result, ...(result === "informed" ? { said } : {}) };
}

const oneHasAccount: Said = { hasAccount: true, hasVneid: false };

export async function fillDoor(page: Page, result: VisitResult, { hasAccount, hasVneid }: Said = oneHasAccount): Promise<void> {
  await page.getByText(visitText.tiles[result], { exact: true }).click();
  if (result === "absent") await page.getByRole("button", { name: visitText.tomorrow }).click();
  if (result !== "informed") return;
  const answer = (question: string, yes: boolean) =>
    page.getByRole("group", { name: question }).getByText(yes ? visitText.yes : visitText.no, { exact: true }).click();
  await answer(visitText.hasAccount, hasAccount);
  await answer(visitText.hasVneid, hasVneid);
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
}

function householdOf(page: Page): string {
  const { searchParams } = new URL(page.url());
  return searchParams.get("household") ?? searchParams.get("new") ?? "";
}
