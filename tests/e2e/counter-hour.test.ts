import type { Locator, Page } from "playwright/test";
import { withConnection } from "../../lib/launcher/database.mjs";
import { duplicateReasonNames } from "../../lib/text/entry-kinds";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { outcomeNames } from "../../lib/text/outcomes";
import { savedText } from "../../lib/text/saved";
import { expect, type App } from "./app";
import { testWithCamera } from "./camera";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in";

/** Whoever has a card; then organisations, then people on the telephone. */
const withCard = 35;
const organisations = ["4100259564", "4100259564-001"] as const;
const callers = ["Trần Thị Gọi", "Lê Văn Gọi", "Phạm Thị Gọi"] as const;
const sessions = withCard + organisations.length + callers.length;
/** On the receipts that lie under the camera, one after the other. */
const filmed = [dossierCode(901)];
/** Put aside while others are served, and gone on with in another order. */
const parked = [10, 11, 12] as const;
const takenUp = [11, 12, 10] as const;
/** "Đúng", what was helped, on, read aloud, save; a dossier's service and the field for its code besides. */
const most = { account: 5, dossier: 7 };

const test = testWithCamera(filmed);

test("a busy hour at a counter without a network: forty people, some parked, dossier codes scanned", async ({ app, context, page }) => {
  test.setTimeout(600_000);
  context.setDefaultTimeout(20_000);
  await context.addInitScript(() => {
    Object.assign(window, { taps: 0 });
    window.addEventListener("pointerdown", () => Object.assign(window, { taps: Reflect.get(window, "taps") + 1 }), { capture: true });
  });
  await signInOnPhone(page);
  await shellInstalled(page);
  const before = await countEntries(app);
  await context.setOffline(true);
  await app.kill();

  const readByCamera: string[] = [];
  const taps = { account: 0, dossier: 0 };
  for (let person = 1; person <= withCard; person += 1) {
    await page.goto("/record");
    await scanCard(page, person);
    if (parked.some((each) => each === person)) {
      await park(page);
      continue;
    }
    const byCamera = person <= 2 * filmed.length && person % 2 === 0;
    await serve(page, person, byCamera ? readByCamera : undefined);
    // Whoever is known by card, with a service used before.
    if (person > 2 * filmed.length) taps[isDossier(person) ? "dossier" : "account"] = Math.max(taps[isDossier(person) ? "dossier" : "account"], await tapsOn(page));
    if (person === parked.at(-1)! + 3) for (const each of takenUp) await takeUp(page, each);
  }
  expect(readByCamera.toSorted()).toEqual(filmed);
  expect(taps.account).toBeGreaterThan(0);
  expect(taps.account).toBeLessThanOrEqual(most.account);
  expect(taps.dossier).toBeLessThanOrEqual(most.dossier);

  // Somebody comes again for the same: said before saving, and recorded with the reason.
  await page.goto("/record");
  await scanCard(page, 1);
  await page.getByText(outcomeNames.accountLinked.full, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
  await expect(page.getByText(helpSession.duplicates.title)).toBeVisible();
  await page.getByText(duplicateReasonNames.otherMatter, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page.getByRole("heading", { name: savedText.title.saved })).toBeVisible();

  for (const [index, taxCode] of organisations.entries()) await helpOrganisation(page, taxCode, dossierCode(801 + index));
  for (const name of callers) await helpCaller(page, name);

  await app.start();
  await context.setOffline(false);
  await page.goto("/");
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: home.parked })).toHaveCount(0);
  const after = await countEntries(app);
  const dossiersOfPeople = Math.floor(withCard / 2);
  expect(after.entries - before.entries).toBe(sessions + 1);
  expect(after.accounts - before.accounts).toBe(withCard - dossiersOfPeople + 1);
  expect(after.dossiers - before.dossiers).toBe(dossiersOfPeople + organisations.length);
  expect(after.guided - before.guided).toBe(callers.length);
  expect(after.remote - before.remote).toBe(callers.length);
  expect(after.organisations - before.organisations).toBe(organisations.length);
  const typed = Array.from({ length: dossiersOfPeople - filmed.length }, (_, index) => dossierCode(2 * (index + filmed.length + 1)));
  expect(after.codes.filter((code) => !before.codes.includes(code))).toEqual([...filmed, ...typed, dossierCode(801), dossierCode(802)].sort());
  expect(after.doubles - before.doubles).toBe(2); // both stay, both are flagged
});

const isDossier = (person: number) => person % 2 === 0;

/** From the question what was helped to the receipt. */
async function serve(page: Page, person: number, readByCamera: string[] | undefined): Promise<void> {
  if (isDossier(person)) await chooseDossier(page, dossierCode(person), readByCamera);
  else await page.getByText(outcomeNames.accountLinked.full, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page).toHaveURL(/\/saved\?id=/);
}

/** Since this page was loaded. */
function tapsOn(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, "taps")));
}

async function helpOrganisation(page: Page, taxCode: string, code: string): Promise<void> {
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.organisation, exact: true }).click();
  await page.getByLabel(helpSession.person.taxCode).fill(taxCode);
  await page.getByLabel(helpSession.person.organisationName).fill(`Công ty Thử ${code.slice(-1)}`);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await chooseDossier(page, code, undefined);
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page).toHaveURL(/\/saved\?id=/);
}

/** A name is all that is known. */
async function helpCaller(page: Page, name: string): Promise<void> {
  await page.goto("/record");
  await page.getByRole("button", { name: helpSession.person.remote, exact: true }).click();
  await page.getByLabel(helpSession.person.name).fill(name);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByText(outcomeNames.guidanceGiven.full, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page).toHaveURL(/\/saved\?id=/);
}

/** As a scanner at a counter types, without accents: the whole card in one burst, faster than a test could press keys. */
async function scanCard(page: Page, person: number): Promise<void> {
  await expect(page.getByRole("heading", { name: helpSession.person.question })).toBeVisible();
  const card = `0520${String(50 + person).padStart(2, "0")}${String(100000 + person)}||${nameOf(person)}|0101${1950 + person}|Nam|Phuoc Loc, Tuy Phuoc, Binh Dinh|23092024||||`;
  await page.evaluate((keys) => {
    for (const key of keys) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }, [...card, "Enter"]);
  await page.getByRole("button", { name: helpSession.person.right }).click();
}

function nameOf(person: number): string {
  const letters = "ABCDEGHIKL";
  return `Nguyen Thu ${letters[Math.floor(person / 10)]}${letters[person % 10]}`;
}

/** @param readByCamera codes that the camera has read: then it reads another one */
async function chooseDossier(page: Page, code: string, readByCamera: string[] | undefined): Promise<void> {
  await page.getByText(outcomeNames.dossierSubmitted.full, { exact: true }).click();
  if (readByCamera?.length === 0) await findService(page);
  else await page.getByRole("list", { name: helpSession.outcomes.recent }).getByRole("button").first().click();
  const field = page.getByLabel(helpSession.outcomes.dossierCode, { exact: true });
  if (readByCamera) return filmCode(page, field, readByCamera);
  await field.click();
  await page.keyboard.type(`${code}\n`);
  await expect(field).toHaveValue(code);
}

/** The receipts take turns under the camera: one that was read already is read over. */
async function filmCode(page: Page, field: Locator, readByCamera: string[]): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: helpSession.outcomes.scan, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 30_000 });
    const read = await field.inputValue();
    expect(filmed).toContain(read);
    expect(readByCamera).not.toContain(read);
  }).toPass({ timeout: 120_000 });
  readByCamera.push(await field.inputValue());
}

async function findService(page: Page): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${helpSession.outcomes.service}`) }).click();
  await page.getByPlaceholder(helpSession.outcomes.searchService).fill("khai sinh");
  await page.keyboard.press("Enter");
}

/** Puts the session aside; it waits on home. */
async function park(page: Page): Promise<void> {
  await page.getByRole("button", { name: helpSession.park }).click();
  await expect(page.getByRole("heading", { name: home.parked })).toBeVisible();
}

/** Goes on from home with the one of this person, where it was left. */
async function takeUp(page: Page, person: number): Promise<void> {
  await page.goto("/");
  await page.locator('a[href^="/record?draft="]').filter({ hasText: nameOf(person) }).click();
  await expect(page.getByRole("heading", { name: helpSession.outcomes.question })).toBeVisible();
  await serve(page, person, undefined);
}

function dossierCode(number: number): string {
  return `H08.21-261101-${String(number).padStart(4, "0")}`;
}

async function countEntries(app: App) {
  return withConnection(app.databaseUrl, async (client) => {
    const author = "(select id from app_user where login = 'thaonguyen')";
    const count = async (query: string) => Number((await client.query<{ count: string }>(query)).rows[0]!.count);
    const { rows } = await client.query<{ code: string }>("select dossier_code as code from outcome where dossier_code like 'H08.21-261101-%' order by 1");
    return {
      entries: await count(`select count(*) from entry where author_id = ${author}`),
      accounts: await count(`select count(*) from outcome join entry on entry.id = entry_id where author_id = ${author} and outcome.kind = 'accountLinked'`),
      dossiers: await count(`select count(*) from outcome join entry on entry.id = entry_id where author_id = ${author} and outcome.kind = 'dossierSubmitted'`),
      guided: await count(`select count(*) from outcome join entry on entry.id = entry_id where author_id = ${author} and outcome.kind = 'guidanceGiven'`),
      remote: await count(`select count(*) from entry where author_id = ${author} and place_kind = 'remote'`),
      organisations: await count(`select count(*) from entry join subject on subject.id = subject_id where author_id = ${author} and subject.kind = 'organisation'`),
      doubles: await count(`select count(*) from entry where author_id = ${author} and 'possibleDuplicate' = any (flags)`),
      codes: rows.map(({ code }) => code),
    };
  });
}
