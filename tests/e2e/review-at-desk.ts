import type { Locator, Page } from "playwright/test";
import { decisionTexts } from "../../lib/text/desk-review";
import { expect, type App } from "./app";
import { query } from "./query";

/** By keyboard; what has a flag asks once more. */
export async function confirmEntry(reviewer: Page, app: App, id: string): Promise<void> {
  await reviewer.goto(`/desk/review?view=all&entry=${id}`);
  await expect(reviewer.getByRole("button", { name: new RegExp(`^${decisionTexts.confirm}`) }).first()).toBeVisible();
  const anyway = reviewer.getByRole("button", { name: decisionTexts.confirmAnyway });
  await pressUntil(reviewer, "d", anyway.or(reviewer.getByText(decisionTexts.done.confirm(1))).first());
  if (await anyway.isVisible()) await anyway.click();
  await expect.poll(() => received(app, [id])).toMatchObject([{ id, status: "confirmed" }]);
}

/** A page that was just drawn may not listen yet. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(shown).toBeAttached({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

type Received = { readonly id: string; readonly version: number; readonly status: string };

/** The entries as the database holds them; one row each, or none. */
export function received(app: App, ids: readonly string[]): Promise<Received[]> {
  return query(app, "select id, version, status::text from entry where id = any ($1::uuid[]) order by array_position($1::uuid[], id)", [ids]);
}
