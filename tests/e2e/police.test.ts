import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { SessionResponse } from "../../lib/protocol/session";
import { protocolVersion } from "../../lib/protocol/version";
import { officerTexts, checkTexts } from "../../lib/text/desk-checks";
import { desk } from "../../lib/text/desk";
import { evidenceReasonTexts, policeFileTexts, policeTexts } from "../../lib/text/desk-police";
import { startTexts } from "../../lib/text/desk-start";
import { makeManifest, makeRecord, makeReview } from "../factories/commands";
import { makeHelpSession, makeOutcome, makePerson } from "../factories/help-session";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { pressUntil } from "./review-at-desk";
import { signInAtDesk, signInOnPhone } from "./sign-in";
import { violations } from "./violations";
import { changeSheet, readSheet } from "./workbook";

const count = 300;

test("a policeman confirms three hundred VNeID accounts by keyboard, a page at a time, and refuses with a reason", async ({ app, browser, page }) => {
  test.setTimeout(420_000);
  await emptyLists(app);
  await activate(app, browser, page, count);
  const police = await signInAtDesk(browser, "policeVerifier", "/desk/police");
  const nav = police.getByRole("navigation", { name: desk.navigation }).getByRole("link");
  await expect(nav).toHaveText([startTexts.title, policeTexts.title, policeTexts.done, policeTexts.file]);
  await expect(police.getByText(policeTexts.open(String(count)))).toBeVisible();
  expect(await violations(police)).toEqual([]);

  // The number of the row with the focus is shown, and that was written down; the others stay masked.
  const rows = police.locator("tbody tr[data-row]");
  await expect(rows).toHaveCount(40);
  await pressUntil(police, "ArrowDown", police.locator('tr[data-row="1"][aria-selected="true"]'));
  await expect(police.locator("tr[aria-selected=true]")).toContainText(/0521 95\d\d \d{4}/);
  expect(await rows.filter({ hasText: "••••" }).count()).toBe(39);
  await expect.poll(async () => (await query(app, "select from access_log join app_user on app_user.id = actor_id where login = 'congan'")).length).toBeGreaterThan(0);

  // Telex swallows letters, so keys go by their place: X confirms and the focus moves on.
  await police.keyboard.press("ArrowUp");
  await police.keyboard.press("KeyT");
  await expect(police.getByRole("group", { name: checkTexts.chooseReason })).toBeVisible();
  await police.keyboard.press("Digit2");
  await expect(police.locator('tr[data-row="0"]')).toContainText(evidenceReasonTexts.vneidActivated.notFound!);
  await police.keyboard.press("KeyZ");
  await expect(police.getByRole("status").filter({ hasText: checkTexts.takenBack(1) })).toBeVisible();
  await expect(police.locator('tr[data-row="0"][aria-selected="true"]')).not.toContainText(checkTexts.refused);
  await expect.poll(() => waiting(app)).toBe(count);

  for (let said = 0; said < count; said += 40) {
    const onPage = Math.min(40, count - said);
    await expect(police.getByText(policeTexts.open(String(count - said)))).toBeVisible({ timeout: 30_000 });
    await expect(rows).toHaveCount(onPage);
    for (let index = 0; index < onPage; index++) {
      await expect(police.locator(`tr[data-row="${index}"][aria-selected="true"]`)).toBeVisible();
      await police.keyboard.press("KeyX");
    }
  }
  await expect(police.getByText(policeTexts.empty)).toBeVisible({ timeout: 30_000 });
  expect(await waiting(app)).toBe(0);
  const [said] = await query<{ confirmed: number; log: number }>(app, `
    select count(*)::int as confirmed, (select count(*)::int from command_log where type = 'decideEvidence' and entry_id in (select entry_id from outcome where kind = 'vneidActivated' and voided_at is null and key_hash is not null)) as log
    from outcome_standing where standing = 'confirmedByPolice'`);
  expect(said?.confirmed).toBeGreaterThanOrEqual(count);
});

test("the list goes out as a file and comes back with mistakes in it: each is named, the rest is taken once", async ({ app, browser, page }) => {
  await emptyLists(app);
  await activate(app, browser, page, 12);
  const police = await signInAtDesk(browser, "policeVerifier", "/desk/police/file");
  expect(await violations(police)).toEqual([]);
  const [download] = await Promise.all([police.waitForEvent("download"), police.getByRole("button", { name: policeFileTexts.outButton }).click()]);
  expect(download.suggestedFilename()).toMatch(/^xac-nhan-vneid-\d{4}-\d{2}-\d{2}\.xlsx$/);
  await expect(police.getByText(policeFileTexts.outDone("12"))).toBeVisible();
  const file = await download.path();
  const sheet = await readSheet(file);
  const first = sheet.findIndex((cells) => cells[0] === policeFileTexts.key) + 1;
  expect(sheet.slice(first)).toHaveLength(12);

  // Filled in offline: nine right ones, in words as people type them, and three mistakes.
  const filled = await changeSheet(file, (row, column, text) => {
    const index = row - first - 1;
    if (index < 0) return text;
    if (column === "A" && index === 11) return text.replace(/^.{8}/, "ffffffff");
    if (column === "G") return ["xác nhận", "Xac nhan", "x", "XÁC NHẬN", "đã xác nhận", "xn", "từ chối", "tu choi", "từ chối", "từ chối", "chắc là đúng", "x"][index]!;
    if (column === "H") return ["", "", "", "", "", "", "Không tìm thấy người này", "chua kich hoat muc 2", "4", "", "", ""][index]!;
    return text;
  });
  const choose = async () => police.locator("input[type=file]").setInputFiles({ name: "da-dien.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(filled) });
  await choose();
  await expect(police.getByText(policeFileTexts.willConfirm("6"), { exact: true })).toBeVisible();
  await expect(police.getByText(policeFileTexts.willRefuse("3"), { exact: true })).toBeVisible();
  await expect(police.getByText(policeFileTexts.problems("3"))).toBeVisible();
  const problems = police.locator("section tbody tr");
  await expect(problems).toHaveText([new RegExp(`^${first + 10}H`), new RegExp(`^${first + 11}G`), new RegExp(`^${first + 12}A`)]);
  expect(await violations(police)).toEqual([]);
  expect(await waiting(app)).toBe(12);

  await police.getByRole("button", { name: policeFileTexts.accept("9") }).click();
  await expect(police.getByText(policeFileTexts.accepted("9"))).toBeVisible();
  expect(await waiting(app)).toBe(3);
  await choose();
  await expect(police.getByText(policeFileTexts.nothing)).toBeVisible();
  await expect(police.getByText(policeFileTexts.unchanged("9"))).toBeVisible();
});

test("a helper proposes, the verifier takes the page of proposals, the officer checks an article", async ({ app, browser, page }) => {
  await emptyLists(app);
  await activate(app, browser, page, 3);
  const helper = await signInAtDesk(browser, "policeHelper", "/desk/police");
  const propose = helper.getByRole("button", { name: policeTexts.proposePage(3) });
  // A page that is just coming to life may miss a press.
  await expect(async () => {
    if (await propose.isVisible()) await propose.click();
    await expect(helper.locator("tbody tr").filter({ hasText: checkTexts.proposedConfirmed })).toHaveCount(3);
  }).toPass();
  await expect.poll(async () => (await query(app, "select from evidence_proposal")).length).toBe(3);
  expect(await waiting(app)).toBe(3);

  const police = await signInAtDesk(browser, "policeVerifier", "/desk/police");
  await police.getByRole("button", { name: policeTexts.acceptPage(3) }).click();
  await expect(police.getByText(policeTexts.empty)).toBeVisible();
  await expect.poll(async () => (await query(app, "select from evidence where helper_id is not null and decided_by_id <> helper_id")).length).toBeGreaterThanOrEqual(3);
  await police.goto("/desk/police/done");
  await expect(police.locator("tbody tr").filter({ hasText: checkTexts.confirmed }).first()).toBeVisible();

  const officer = await signInAtDesk(browser, "officer", "/desk/checks");
  await expect(officer.getByRole("heading", { name: officerTexts.title })).toBeVisible();
  expect(await violations(officer)).toEqual([]);
  const link = officer.getByRole("link", { name: new RegExp(`^${officerTexts.openLink} `) }).first();
  await expect(link).toHaveAttribute("target", "_blank");
  const before = await checkedArticles(app);
  await pressUntil(officer, "KeyX", officer.getByRole("status").filter({ hasText: checkTexts.doneNotice(1) }));
  await expect.poll(() => checkedArticles(app)).toBeGreaterThan(before);
});

/** What the demo's police has to do is done, so that the lists hold what a test puts there. */
async function emptyLists(app: App): Promise<void> {
  await query(app, "update outcome_standing set standing = 'notNeeded' where standing = 'awaitingPolice'");
  await query(app, "delete from evidence_proposal");
}

/** Accounts that a volunteer of the demo activated at the counter and the leader confirmed, through the server's own door. */
async function activate(app: App, browser: Parameters<typeof signInAtDesk>[0], phone: Page, accounts: number): Promise<void> {
  await signInOnPhone(phone);
  const [unit] = await query<{ id: string }>(app, "select unit_id as id from role_assignment join app_user on app_user.id = user_id where login = 'thaonguyen'");
  const records = Array.from({ length: accounts }, (_, index) => {
    const subject = makePerson({ name: "Trần Thị Mai", personalNumber: `052195${String(index).padStart(6, "0")}`, sex: "female", birth: { precision: "day", year: 1995, month: 3, day: 15 } });
    const happenedAt = new Date(Date.now() - 86_400_000).toISOString();
    const outcome = { ...makeOutcome("vneidActivated"), id: randomUUID() };
    return makeRecord(unit!.id, makeHelpSession({ happenedAt, subject, outcomes: [outcome], consent: { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt: happenedAt } }));
  });
  await send(phone, records);
  const leader = await signInAtDesk(browser, "leader");
  await send(leader, records.map(({ entryId }) => makeReview(entryId, 1, "confirm")));
  await leader.close();
  expect(await waiting(app)).toBe(accounts);
}

async function send(page: Page, commands: readonly object[]): Promise<void> {
  const personId = SessionResponse.parse(await (await page.request.get("/api/session")).json()).person.id;
  for (let at = 0; at < commands.length; at += 50) {
    const answer = await page.request.post("/api/commands", { data: { protocol: protocolVersion, personId, device: makeManifest(), commands: commands.slice(at, at + 50) } });
    const { verdicts } = (await answer.json()) as { verdicts: { verdict: string }[] };
    expect(verdicts.filter(({ verdict }) => verdict !== "accepted")).toEqual([]);
  }
}

async function waiting(app: App): Promise<number> {
  return (await query(app, "select from outcome_standing where standing = 'awaitingPolice'")).length;
}

async function checkedArticles(app: App): Promise<number> {
  return (await query(app, "select from outcome_standing where standing = 'checkedByOfficer'")).length;
}
