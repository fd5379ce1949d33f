import { entryList } from "../../lib/text/entry-list";
import { reviewReasonTexts } from "../../lib/text/review-reasons";
import { reviewStates } from "../../lib/text/states";
import { toDo } from "../../lib/text/to-do";
import { expect, test } from "./app";
import { query } from "./query";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in";

test("what was decided against stays in the tray, with its reason, until its author has read it", async ({ app, context, page }) => {
  const [{ count }] = (await query<{ count: number }>(app, `
    select count(*)::int as count from entry where status in ('refused', 'overturned') and author_id = (select id from app_user where login = 'thaonguyen')`)) as [{ count: number }];
  expect(count).toBeGreaterThan(0);
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/sync");
  const seen = page.getByRole("button", { name: toDo.seen, exact: true });
  await expect(seen).toHaveCount(count);
  await expect(page.getByText(reviewReasonTexts.likelyDuplicate.label).first()).toBeVisible();

  // Read where there is no network: nothing has to be sent.
  await context.setOffline(true);
  for (let left = count - 1; left >= 0; left -= 1) {
    await seen.first().click();
    await expect(seen).toHaveCount(left);
  }
  await page.goto("/sync");
  await expect(seen).toHaveCount(0);
  await page.goto("/entries");
  await page.getByRole("button", { name: entryList.filters.refused, exact: true }).click();
  await expect(page.getByText(entryList.count(count), { exact: true })).toBeVisible();
  await expect(page.locator("main li").getByText(new RegExp(`^(${reviewStates.refused.short}|${reviewStates.overturned.short})$`))).toHaveCount(count);
});
