import type { Page } from "playwright/test";
import { decisionTexts } from "../../lib/text/desk-review";
import { helpSession } from "../../lib/text/help-session";
import { quarantineTexts } from "../../lib/text/quarantine";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { received } from "./review-at-desk";
import { signInAtDesk, signInOnPhone } from "./sign-in";
import { violations } from "./violations";

const volunteer = { login: "thaonguyen", name: "Lê Nguyễn Thảo Nguyên" };

test("what a deactivated person still had on the phone arrives although nobody can sign in there, and the leader decides", async ({ app, browser, context, page }) => {
  await signInOnPhone(page, { who: volunteer.login });
  await context.setOffline(true);
  const ids = [await record(page, "Y Blŏk Một"), await record(page, "Siu Hai")];
  await endEverySession(app);
  await context.setOffline(false);
  await page.goto("/");
  await expect.poll(() => received(app, ids), { timeout: 60_000 }).toMatchObject(ids.map((id) => ({ id, status: "quarantined" })));

  const leader = await signInAtDesk(browser, "leader", "/desk/review?view=quarantined");
  await expect(leader.getByText(quarantineTexts.labels.deactivated).first()).toBeVisible();
  await leader.goto(`/desk/review?view=quarantined&entry=${ids[0]}`);
  await expect(leader.getByRole("region", { name: quarantineTexts.title })).toContainText(`${volunteer.name} đã ngừng hoạt động từ ngày`);
  expect(await violations(leader)).toEqual([]);
  await leader.getByRole("button", { name: decisionTexts.release }).click();
  await expect.poll(() => received(app, ids)).toMatchObject([{ status: "submitted" }, { status: "quarantined" }]);
});

/** As the desk does it, and every session that was open ended besides. */
async function endEverySession(app: App): Promise<void> {
  const [person] = await query<{ id: string }>(app, "update app_user set disabled_at = now(), session_version = session_version + 1 where login = $1 returning id", [volunteer.login]);
  await query(app, "update app_session set revoked_at = now() where user_id = $1", [person!.id]);
}

/** One citizen who was told something; answers the entry's id. */
async function record(page: Page, citizen: string): Promise<string> {
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.type }).click();
  await page.getByLabel(helpSession.person.name).fill(citizen);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  return finishSession(page, "guidanceGiven");
}
