import type { Browser, BrowserContext, Locator, Page } from "playwright/test";
import type { VisitResult } from "../../lib/domain/entry/household-visit";
import { form } from "../../lib/text/form";
import { duplicateReasonNames } from "../../lib/text/entry-kinds";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { areasText, visitText } from "../../lib/text/households";
import { entryKindNames, outcomeNames } from "../../lib/text/outcomes";
import { resultsText } from "../../lib/text/results";
import { savedText } from "../../lib/text/saved";
import { expect, test } from "./app";
import { finishSession } from "./record-on-phone";
import { shellInstalled } from "./shell-installed";
import { signInAtDesk, signInOnPhone } from "./sign-in";
import { count, factsReceived, factsRecorded, lastResultsIn, receivedVisits, sessionsAtDoors, visitsOfToday, type Progress } from "./visits-on-server";
import { answerDoor, downloadPack, fillDoor, openFirstDoor, openHamlet, type Said, type Visited } from "./visit-on-phone";

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
    visited.push(await answerDoor(page, outcomes[visited.length % outcomes.length]!, saidAt(visited.length)));
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
  expect(count(received.map(factsReceived))).toEqual(count(recorded.map(factsRecorded)));
  expect(received).toHaveLength(recorded.length);
  expect(await sessionsAtDoors(app, started)).toEqual([{ household: helped.visit.household, place: "home" }]);

  // Where both met somebody, both entries stay and both are flagged; a door that only one found closed is no double.
  const met = both.filter(({ household }) => visited.some((visit) => visit.household === household && visit.result === "informed"));
  expect(met.length).toBeGreaterThan(2);
  for (const { household } of met) {
    expect(received.filter((visit) => visit.household === household).map(({ double }) => double)).toEqual([true, true]);
  }
  expect(received.filter(({ result, double }) => double && result !== "informed")).toEqual([]);

  // The desk shows what the visits say, and the phone what came of its own.
  const leader = await signInAtDesk(browser, "leader", "/desk/campaigns");
  for (const hamlet of [shared, alone]) expect(await progressAtDesk(leader, hamlet)).toEqual(await lastResultsIn(app, hamlet));
  await page.goto("/results");
  await page.getByText(resultsText.kinds.day, { exact: true }).click();
  const own = await visitsOfToday(app, "thaonguyen");
  expect(own.visits).toBeGreaterThanOrEqual(visits + 2);
  await expect(resultOf(page, entryKindNames.householdVisit)).toHaveText(String(own.visits));
  await expect(resultOf(page, outcomeNames.householdInformed.full)).toHaveText(String(own.informed));

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
  return { household, result: "informed", said: { hasAccount: true, hasVneid: false } };
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
  await expect(page.getByRole("link", { name: savedText.next.householdVisit })).toBeVisible(); // on the way from door to door
  return { visit: { household, result: "informed", said: { hasAccount: true, hasVneid: false } } };
}

async function householdsOnPhone(page: Page): Promise<number> {
  const rows = await page.getByText(/^\d+\/\d+ hộ$/).allTextContents();
  return rows.reduce((sum, row) => sum + Number(/\/(\d+)/.exec(row)![1]), 0);
}

/** What households say differs from door to door. */
function saidAt(door: number): Said {
  return { hasAccount: door % 2 === 0, hasVneid: door % 3 === 0 };
}

/** How often each was recorded so. */

/** A hamlet's row in the campaign's table. */
async function progressAtDesk(page: Page, hamlet: string): Promise<Progress> {
  const cells = page.getByRole("row", { name: new RegExp(`^${hamlet}`) }).getByRole("cell");
  const numberIn = async (column: number) => Number((await cells.nth(column).textContent())!.replace(/\D/g, ""));
  return { informed: await numberIn(1), absent: await numberIn(2), refused: await numberIn(3), moved: await numberIn(4) };
}

/** The number beside a name on the page of own results. */
function resultOf(page: Page, name: string): Locator {
  return page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) }).locator("dd");
}
