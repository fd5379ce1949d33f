import type { Page } from "playwright/test";
import { helpSession } from "../../lib/text/help-session";
import { outcomeNames } from "../../lib/text/outcomes";
import type { OutcomeKind } from "../../lib/domain/entry/outcome";
import { expect } from "./app";

export type Citizen = { readonly name: string; readonly personalNumber: string; readonly birth: string; readonly sex: "male" | "female" };

/** From the step of outcomes to the receipt; returns the entry's id. */
export async function finishSession(page: Page, kind: OutcomeKind): Promise<string> {
  await chooseOutcome(page, kind);
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page).toHaveURL(/\/saved\?id=/);
  return new URL(page.url()).searchParams.get("id")!;
}

/** From the step of outcomes to the one that saves. */
export async function chooseOutcome(page: Page, kind: OutcomeKind): Promise<void> {
  await page.getByText(outcomeNames[kind].full, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
}
