import type { Page } from "playwright/test";
import { withConnection } from "../../lib/launcher/database.mjs";
import { appShell } from "../../lib/text/app-shell";
import { duplicateReasonNames } from "../../lib/text/entry-kinds";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { outcomeNames } from "../../lib/text/outcomes";
import { savedText } from "../../lib/text/saved";
import { expect, type App } from "./app";
import { testWithCamera } from "./camera";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in";

const sessions = 40;
/** On the receipt that lies under the camera. */
const filmed = dossierCode(901);

const test = testWithCamera([filmed]);

test("a busy hour at a counter without a network: forty people, some parked, dossier codes scanned", async ({ app, context, page }) => {
  test.setTimeout(600_000);
  context.setDefaultTimeout(20_000);
  await signInOnPhone(page);
  await shellInstalled(page);
  const before = await countEntries(app);
  await context.setOffline(true);
  await app.kill();

  await page.goto("/record");
  for (let person = 1; person <= sessions; person += 1) {
    await scanCard(page, person);
    if (person % 10 === 0) await parkAndTakeUpLater(page);
    if (person % 2 === 0) await chooseDossier(page, person === 2 ? filmed : dossierCode(person), person === 2);
    else await page.getByText(outcomeNames.accountLinked.full, { exact: true }).click();
    await page.getByRole("button", { name: helpSession.next, exact: true }).click();
    await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
    await page.getByRole("button", { name: helpSession.save, exact: true }).click();
    await expect(page).toHaveURL(/\/saved\?id=/);
    await page.goto("/record");
  }

  // Somebody comes again for the same: said before saving, and recorded with the reason.
  await scanCard(page, 1);
  await page.getByText(outcomeNames.accountLinked.full, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
  await page.getByRole("button", { name: helpSession.consent.readAloud }).click();
  await expect(page.getByText(helpSession.duplicates.title)).toBeVisible();
  await page.getByText(duplicateReasonNames.otherMatter, { exact: true }).click();
  await page.getByRole("button", { name: helpSession.save, exact: true }).click();
  await expect(page.getByRole("heading", { name: savedText.title.saved })).toBeVisible();

  await app.start();
  await context.setOffline(false);
  await page.goto("/");
  await expect(page.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  const after = await countEntries(app);
  expect(after.entries - before.entries).toBe(sessions + 1);
  expect(after.accounts - before.accounts).toBe(sessions / 2 + 1);
  expect(after.dossiers - before.dossiers).toBe(sessions / 2);
  expect(after.codes.filter((code) => !before.codes.includes(code))).toEqual([filmed, ...Array.from({ length: sessions / 2 - 1 }, (_, index) => dossierCode(2 * index + 4))].sort());
  expect(after.doubles - before.doubles).toBe(2); // both stay, both are flagged
});

/** As a scanner at a counter types, without accents: the whole card in one burst, faster than a test could press keys. */
async function scanCard(page: Page, person: number): Promise<void> {
  await expect(page.getByRole("heading", { name: helpSession.person.question })).toBeVisible();
  const [tens, ones] = [Math.floor(person / 10), person % 10];
  const letters = "ABCDEGHIKL";
  const card = `0520${String(50 + person).padStart(2, "0")}${String(100000 + person)}||Nguyen Thu ${letters[tens]}${letters[ones]}|0101${1950 + person}|Nam|Phuoc Loc, Tuy Phuoc, Binh Dinh|23092024||||`;
  await page.evaluate((keys) => {
    for (const key of keys) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }, [...card, "Enter"]);
  await page.getByRole("button", { name: helpSession.person.right }).click();
}

async function chooseDossier(page: Page, code: string, byCamera: boolean): Promise<void> {
  await page.getByText(outcomeNames.dossierSubmitted.full, { exact: true }).click();
  if (byCamera) await findService(page);
  else await page.getByRole("list", { name: helpSession.outcomes.recent }).getByRole("button").first().click();
  const field = page.getByLabel(helpSession.outcomes.dossierCode, { exact: true });
  if (byCamera) await page.getByRole("button", { name: helpSession.outcomes.scan, exact: true }).click();
  else {
    await field.click();
    await page.keyboard.type(`${code}\n`);
  }
  await expect(field).toHaveValue(code);
}

async function findService(page: Page): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${helpSession.outcomes.service}`) }).click();
  await page.getByPlaceholder(helpSession.outcomes.searchService).fill("khai sinh");
  await page.keyboard.press("Enter");
}

/** Puts the session aside and goes on with it from home, where it waits. */
async function parkAndTakeUpLater(page: Page): Promise<void> {
  await page.getByRole("button", { name: helpSession.park }).click();
  await expect(page.getByRole("heading", { name: home.parked })).toBeVisible();
  await page.getByRole("navigation", { name: appShell.navigation }).getByRole("link", { name: appShell.home }).waitFor();
  await page.locator('a[href^="/record?draft="]').first().click();
  await expect(page.getByRole("heading", { name: helpSession.outcomes.question })).toBeVisible();
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
      doubles: await count(`select count(*) from entry where author_id = ${author} and 'possibleDuplicate' = any (flags)`),
      codes: rows.map(({ code }) => code),
    };
  });
}
