import type { Browser, BrowserContext, Page } from "playwright/test";
import type { VisitResult } from "../../lib/domain/entry/household-visit";
import { form } from "../../lib/text/form";
import { duplicateReasonNames } from "../../lib/text/entry-kinds";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { areasText, visitText } from "../../lib/text/households";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in";
import { answerDoor, downloadPack, fillDoor, openFirstDoor, openHamlet, type Visited } from "./visit-on-phone";

const visits = 60;
const ofOtherTeam = 8;
/** The campaign sends both teams there. */
const shared = "Khu phố Công Chính";
const alone = "Thôn Công Chánh";
const outcomes: readonly VisitResult[] = ["informed", "informed", "absent", "informed", "refused", "moved"];

test("an afternoon from door to door with the server gone: two teams, every outcome, then everything is there once", async ({ app, browser }) => {
  test.setTimeout(900_000);
  const started = new Date().toISOString();
  const [context, page] = await openPhoneOf(browser, "thaonguyen");
  const [otherContext, other] = await openPhoneOf(browser, "hamy");
  expect(await downloadPack(page)).toBeLessThanOrEqual(200_000);
  await downloadPack(other);
  expect(await householdsOnPhone(page)).toBeGreaterThanOrEqual(2_000);

  for (const each of [context, otherContext]) await each.setOffline(true);
  await app.kill();

  // One team walks a hamlet to its end and goes on in the next.
  const visited: Visited[] = [];
  await page.goto("/areas");
  await openHamlet(page, shared);
  await openFirstDoor(page);
  while (visited.length < visits) {
    if (new URL(page.url()).pathname === "/areas") {
      await page.goto("/areas");
      await openHamlet(page, alone);
      await openFirstDoor(page);
    }
    if (visited.length === 3) await comeBackAfterKill(context, page);
    visited.push(await answerDoor(page, outcomes[visited.length % outcomes.length]!));
  }

  // A household that is in no list, though its name is like one that is; and help that begins at its door.
  const added = await addLikeTheFirst(page);
  const helped = await helpAtNextDoor(page);
  await page.goto("/");
  await expect(page.getByRole("link", { name: home.onPhone(visits + 3) })).toBeVisible();

  // The other team, at the same doors, knows nothing of that.
  const again: Visited[] = [];
  await other.goto("/areas");
  await openHamlet(other, shared);
  await openFirstDoor(other);
  while (again.length < ofOtherTeam) again.push(await answerDoor(other, "informed"));
  const both = again.filter(({ household }) => visited.some((visit) => visit.household === household));
  expect(both).toHaveLength(ofOtherTeam);

  await app.start();
  for (const [each, phone] of [[context, page], [otherContext, other]] as const) {
    await each.setOffline(false);
    await phone.goto("/");
    await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 120_000 });
  }

  // Nothing lost, nothing twice.
  const received = await receivedVisits(app, started);
  const recorded = [...visited, ...again, added, helped.visit];
  expect(count(received)).toEqual(count(recorded));
  expect(received).toHaveLength(recorded.length);
  expect(await sessionsAtDoors(app, started)).toEqual([{ household: helped.visit.household, place: "home" }]);

  // Where both met somebody, both entries stay and both are flagged; a door that only one found closed is no double.
  const met = both.filter(({ household }) => visited.some((visit) => visit.household === household && visit.result === "informed"));
  expect(met.length).toBeGreaterThan(2);
  for (const { household } of met) {
    expect(received.filter((visit) => visit.household === household).map(({ double }) => double)).toEqual([true, true]);
  }
  expect(received.filter(({ result, double }) => double && result !== "informed")).toEqual([]);

  // The first phone hears what the second found: where nobody was at home for one, somebody was for the other.
  await page.goto("/areas");
  await page.getByRole("button", { name: areasText.refresh, exact: true }).click();
  await expect(page.getByRole("button", { name: areasText.refresh, exact: true })).toBeVisible();
  await openHamlet(page, shared);
  const absentThenMet = both.find(({ household }) => visited.some((visit) => visit.household === household && visit.result === "absent"))!;
  await page.getByRole("button", { name: new RegExp(`^${areasText.filters.done}`) }).click();
  await expect(page.locator(`[data-household="${absentThenMet.household}"]`)).toContainText(visitText.tiles.informed);
});

/** Thumb-sized, offline-ready and signed in. */
async function openPhoneOf(browser: Browser, login: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await signInOnPhone(page, { who: login });
  await shellInstalled(page);
  return [context, page];
}

/** All that is typed at a door is there again after the app was closed in the middle of it. */
async function comeBackAfterKill(context: BrowserContext, page: Page): Promise<void> {
  const address = page.url();
  await fillDoor(page, "absent");
  await expect(page.getByText(form.draftKept)).toBeVisible();
  const cold = await context.newPage();
  await cold.goto(address);
  await expect(cold.getByRole("radio", { name: visitText.tiles.absent })).toBeChecked();
  await cold.close();
  await page.getByText(visitText.tiles.refused, { exact: true }).click();
}

/** Searched for first; then the phone says whom it may be, and takes a reason. */
async function addLikeTheFirst(page: Page): Promise<Visited> {
  await page.goto("/areas");
  await openHamlet(page, alone);
  const name = (await page.locator("[data-household] b").first().textContent())!;
  await page.getByRole("searchbox", { name: areasText.search }).fill(`${name} số 999`);
  await expect(page.getByText(areasText.found(0))).toBeVisible();
  await page.getByRole("button", { name: areasText.addHousehold }).click();
  await expect(page.getByLabel(visitText.address)).toHaveValue("999");
  const household = new URL(page.url()).searchParams.get("new")!;
  await expect(page.getByText(visitText.doubles)).toBeVisible();
  await fillDoor(page, "informed");
  await page.getByText(duplicateReasonNames.otherPerson, { exact: true }).click();
  await page.getByRole("button", { name: visitText.saveAndNext, exact: true }).click();
  await expect(page).toHaveURL(/\/visit\?.*household=/); // the next door
  return { household, result: "informed" };
}

async function helpAtNextDoor(page: Page): Promise<{ readonly visit: Visited }> {
  const household = new URL(page.url()).searchParams.get("household")!;
  await fillDoor(page, "informed");
  await page.getByRole("button", { name: visitText.helpNow, exact: true }).click();
  await expect(page).toHaveURL(/\/record\?/);
  await page.getByRole("button", { name: helpSession.person.type, exact: true }).click();
  await expect(page.getByLabel(helpSession.person.name)).not.toHaveValue(""); // the head who was met
  await page.getByLabel(helpSession.person.name).fill("Rơ Châm Pưih Thử");
  await page.getByLabel(helpSession.person.personalNumber).fill("052180004321");
  await page.getByLabel(helpSession.person.birth).fill("20/10/1980");
  await page.getByText(helpSession.person.female, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await finishSession(page, "accountLinked");
  return { visit: { household, result: "informed" } };
}

async function householdsOnPhone(page: Page): Promise<number> {
  const rows = await page.getByText(/^\d+\/\d+ hộ$/).allTextContents();
  return rows.reduce((sum, row) => sum + Number(/\/(\d+)/.exec(row)![1]), 0);
}

/** How often each household was found how. */
function count(list: readonly Visited[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { household, result } of list) counts[`${household} ${result}`] = (counts[`${household} ${result}`] ?? 0) + 1;
  return counts;
}

function receivedVisits(app: App, since: string): Promise<(Visited & { readonly double: boolean })[]> {
  return query(app, `select household_id as household, content ->> 'result' as result, 'possibleDuplicate' = any (flags) as double
    from entry where kind = 'householdVisit' and received_at >= $1 order by received_at, id`, [since]);
}

function sessionsAtDoors(app: App, since: string): Promise<object[]> {
  return query(app, "select household_id as household, place_kind as place from entry where kind = 'helpSession' and received_at >= $1", [since]);
}
