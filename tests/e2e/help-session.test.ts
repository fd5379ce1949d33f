import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright/test";
import { withConnection } from "../../lib/launcher/database.mjs";
import { appShell } from "../../lib/text/app-shell";
import { decisionTexts, reviewDesk } from "../../lib/text/desk-review";
import { entryDetail } from "../../lib/text/entry-detail";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { reviewReasonTexts } from "../../lib/text/review-reasons";
import { savedText } from "../../lib/text/saved";
import { signInText } from "../../lib/text/sign-in";
import { syncText } from "../../lib/text/sync";
import accounts from "../../prisma/demo-accounts.json" with { type: "json" };
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";
import { fakeCameraArgs, filmCard } from "../setup/fake-camera";
import { expect, test, type App } from "./app";
import { finishSession, type Citizen } from "./record-on-phone";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone } from "./sign-in-on-phone";

const card = "052095001234||Đinh Y Blŏk Thử|15031995|Nam|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";
const scanned = "Đinh Y Blŏk Thử";
const typed: readonly Citizen[] = [
  { name: "Rơ Châm Pưih Thử", personalNumber: "052180004321", birth: "20/10/1980", sex: "female" },
  { name: "Siu H'Čuê Thử", personalNumber: "052171006789", birth: "01/02/1971", sex: "female" },
];

let folder: string;
let video: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "tns-card-"));
  video = path.join(folder, "card.mjpeg");
  await filmCard(video, card);
});
test.afterAll(() => rm(folder, { recursive: true }));

test("a help session travels: recorded without signal, synced, reviewed, repaired, counted", async ({ app, playwright }) => {
  test.setTimeout(300_000);
  const executablePath = await findChromium();
  const browser = await playwright.chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs, ...fakeCameraArgs(video)] });
  const before = await unitNumbers(browser, app);

  const context = await browser.newContext({ baseURL: app.origin, viewport: { width: 360, height: 800 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  context.setDefaultTimeout(20_000);
  let phone = await context.newPage();
  await signInOnPhone(phone);
  await shellInstalled(phone);

  // The camera reads the moving card; then the signal is gone.
  await phone.getByRole("navigation", { name: appShell.navigation }).getByRole("link", { name: appShell.record }).click();
  await expect(phone.getByLabel(helpSession.person.name)).toHaveValue(scanned);
  await expect(phone.getByText(helpSession.person.scanned)).toBeVisible();
  await context.setOffline(true);
  await app.kill();

  await phone.getByRole("button", { name: helpSession.person.right }).click();
  const first = await finishSession(phone, "accountLinked");
  await expect(phone.getByRole("heading", { name: savedText.title.saved })).toBeVisible();
  const others: string[] = [];
  for (const citizen of typed) {
    await phone.getByRole("link", { name: savedText.next.helpSession }).click();
    await expect(phone.getByLabel(helpSession.person.name)).toHaveValue(scanned); // the card still lies before the camera
    await retype(phone, citizen);
    others.push(await finishSession(phone, "accountLinked"));
  }
  const [second, third] = others as [string, string];

  // One is edited before anything was sent.
  await phone.getByRole("link", { name: savedText.edit }).click();
  await phone.getByLabel(helpSession.person.address).fill("Thôn Quảng Tín");
  await throughToSave(phone);

  // Cold: the app is closed and opened again, and walks through its screens without loading a document.
  await phone.close();
  phone = await context.newPage();
  await phone.goto("/");
  await expect(phone.getByRole("link", { name: home.onPhone(3) })).toBeVisible();
  await phone.evaluate(() => void Object.assign(window, { marker: true }));
  await phone.getByRole("link", { name: home.onPhone(3) }).click();
  await expect(phone.getByText(syncText.heading.offline)).toBeVisible();
  await phone.getByRole("button", { name: appShell.back }).click();
  await phone.getByRole("link", { name: home.personMenu }).click();
  await phone.getByRole("button", { name: appShell.back }).click();
  await phone.getByRole("navigation", { name: appShell.navigation }).getByRole("link", { name: appShell.list }).click();
  await phone.getByRole("link", { name: scanned }).click();
  await expect(phone.getByRole("heading", { name: scanned })).toBeVisible();
  await phone.getByRole("button", { name: appShell.back }).click();
  await phone.getByRole("navigation", { name: appShell.navigation }).getByRole("link", { name: appShell.home }).click();
  expect(await phone.evaluate(() => "marker" in window)).toBe(true);

  // The signal is back: everything goes by itself, once.
  await app.start();
  await context.setOffline(false);
  await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  expect(await received(app, [first, second, third])).toEqual([
    { id: first, version: 1, status: "submitted" },
    { id: second, version: 1, status: "submitted" },
    { id: third, version: 2, status: "submitted" },
  ]);

  // The leader confirms two and sends one back, with the reason at its field.
  const leader = await signInAtDesk(browser, app, "leader");
  await confirmEntry(leader, app, first);
  await confirmEntry(leader, app, second);
  await leader.goto(`/desk/review?view=all&entry=${third}`);
  await pressUntil(leader, "s", leader.getByRole("dialog"));
  await leader.getByLabel(reviewReasonTexts.identityMismatch.label).check();
  await leader.getByLabel(decisionTexts.note).fill("Bạn hỏi lại năm sinh giúp.");
  await leader.getByRole("dialog").getByRole("button", { name: decisionTexts.return }).click();
  await expect.poll(() => received(app, [third])).toEqual([{ id: third, version: 3, status: "returned" }]);

  // The phone hears of it, leads to the field, and sends the repair.
  await phone.goto("/");
  await phone.locator("main").getByRole("link", { name: home.attention(0).slice(2) }).click(); // the demo has some of its own
  const todo = phone.locator("main").getByRole("heading", { name: typed[1]!.name }).locator("xpath=../..");
  await expect(todo.getByText("Bạn hỏi lại năm sinh giúp.")).toBeVisible();
  await todo.getByRole("link", { name: entryDetail.editField("năm sinh") }).click();
  await expect(phone.getByLabel(helpSession.person.birth)).toBeFocused();
  await expect(phone.getByText(reviewReasonTexts.identityMismatch.label)).toBeVisible();
  await phone.getByLabel(helpSession.person.birth).fill("03/02/1971");
  await throughToSave(phone);
  await expect.poll(() => received(app, [third]), { timeout: 60_000 }).toEqual([{ id: third, version: 4, status: "submitted" }]);
  await confirmEntry(leader, app, third);

  // And the unit's numbers say so.
  expect(await unitNumbers(browser, app)).toEqual({ recorded: before.recorded + 3, confirmed: before.confirmed + 3 });
  await browser.close();
});

async function retype(page: Page, citizen: Citizen): Promise<void> {
  await expect(page.getByRole("dialog")).toHaveCount(0); // the scanner shows what it read before it closes
  await page.getByLabel(helpSession.person.name).fill(citizen.name);
  await page.getByLabel(helpSession.person.personalNumber).click(); // shows the number in clear
  await page.getByLabel(helpSession.person.personalNumber).fill(citizen.personalNumber);
  await page.getByLabel(helpSession.person.birth).fill(citizen.birth);
  await page.getByText(helpSession.person[citizen.sex], { exact: true }).click();
  await page.getByRole("button", { name: helpSession.person.right }).or(page.getByRole("button", { name: helpSession.next, exact: true })).click();
}

async function throughToSave(page: Page): Promise<void> {
  const save = page.getByRole("button", { name: helpSession.save, exact: true });
  const next = page.getByRole("button", { name: helpSession.next, exact: true }).or(page.getByRole("button", { name: helpSession.person.right }));
  while (!(await save.isVisible())) await next.click();
  await save.click();
  await expect(page).toHaveURL(/\/saved\?id=/);
}

/** By keyboard; what has a flag asks once more. */
async function confirmEntry(leader: Page, app: App, id: string): Promise<void> {
  await leader.goto(`/desk/review?view=all&entry=${id}`);
  await expect(leader.getByRole("button", { name: new RegExp(`^${decisionTexts.confirm}`) }).first()).toBeVisible();
  const anyway = leader.getByRole("button", { name: decisionTexts.confirmAnyway });
  await pressUntil(leader, "d", anyway.or(leader.getByText(decisionTexts.done.confirm(1))).first());
  if (await anyway.isVisible()) await anyway.click();
  await expect.poll(() => received(app, [id])).toMatchObject([{ id, status: "confirmed" }]);
}

/** A page that was just drawn may not listen yet. */
async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(shown).toBeAttached({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

async function signInAtDesk(browser: Browser, app: App, role: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.origin, viewport: { width: 1280, height: 800 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" })).newPage();
  const account = accounts.find((candidate) => candidate.role === role)!;
  await page.goto("/sign-in?next=/desk/review");
  await page.getByLabel(signInText.login, { exact: true }).fill(account.login);
  await page.getByLabel(signInText.password, { exact: true }).fill(account.password);
  await page.getByRole("button", { name: signInText.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: reviewDesk.title, exact: true })).toBeVisible();
  return page;
}

/** Accounts of people beyond youth age (indicator 2), as the leader's page of numbers shows them for today. */
async function unitNumbers(browser: Browser, app: App): Promise<{ recorded: number; confirmed: number }> {
  const page = await signInAtDesk(browser, app, "leader");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  await page.goto(`/desk/units?from=${today}&to=${today}`);
  const cells = page.getByRole("row", { name: /^2\. / }).first().getByRole("cell");
  const numberIn = async (column: number) => Number((await cells.nth(column).textContent())!.replace(/\D/g, ""));
  const numbers = { recorded: await numberIn(0), confirmed: await numberIn(1) };
  await page.context().close();
  return numbers;
}

/** The entries as the database holds them; one row each, or none. */
async function received(app: App, ids: readonly string[]): Promise<object[]> {
  return withConnection(app.databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string; version: number; status: string }>({
      text: "select id, version, status::text from entry where id = any ($1::uuid[]) order by array_position($1::uuid[], id)",
      values: [ids],
    });
    return rows;
  });
}
