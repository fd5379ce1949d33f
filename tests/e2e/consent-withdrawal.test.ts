import { consentWithdrawal } from "../../lib/text/consent-withdrawal";
import { entryList } from "../../lib/text/entry-list";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { expect, test } from "./app";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { received } from "./review-at-desk";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in";

const name = "Siu H'Chăm Thử";

test("a citizen takes the consent back without a network: gone from the phone at once, from the server as soon as it hears of it", async ({ app, context, page }) => {
  context.setDefaultTimeout(20_000);
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.type, exact: true }).click();
  await page.getByLabel(helpSession.person.name).fill(name);
  await page.getByLabel(helpSession.person.personalNumber).fill("052180009876");
  await page.getByLabel(helpSession.person.birth).fill("20/10/1980");
  await page.getByText(helpSession.person.female, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  const id = await finishSession(page, "accountLinked");
  await expect.poll(() => received(app, [id]), { timeout: 60_000 }).toMatchObject([{ id, status: "submitted" }]);

  await context.setOffline(true);
  await app.kill();
  await page.goto(`/entry?id=${id}`);
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.getByRole("button", { name: consentWithdrawal.action }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(consentWithdrawal.offline)).toBeVisible();
  await dialog.getByRole("button", { name: consentWithdrawal.confirm }).click();
  await expect(page.getByText(consentWithdrawal.done)).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await page.goto("/entries");
  await page.getByRole("searchbox").fill(name);
  await expect(page.getByText(entryList.count(0), { exact: true })).toBeVisible();

  await app.start();
  await context.setOffline(false);
  await page.goto("/");
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  const [kept] = await query(app, `
    select entry.status::text, subject.erased_at is not null as erased, subject.wrapped_key is null and subject.sealed is null as destroyed,
           subject.number_hash is null and subject.last_four is null as unfindable
    from entry join subject on subject.id = entry.subject_id where entry.id = $1`, [id]);
  expect(kept).toEqual({ status: "withdrawn", erased: true, destroyed: true, unfindable: true });
});
