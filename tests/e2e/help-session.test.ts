import type { Browser, Page } from "playwright/test";
import { appShell } from "../../lib/text/app-shell";
import { dashboardTexts } from "../../lib/text/desk-dashboard";
import { decisionTexts } from "../../lib/text/desk-review";
import { entryDetail } from "../../lib/text/entry-detail";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { reviewReasonTexts } from "../../lib/text/review-reasons";
import { savedText } from "../../lib/text/saved";
import { syncText } from "../../lib/text/sync";
import { expect } from "./app";
import { testWithCamera } from "./camera";
import { finishSession, type Citizen } from "./record-on-phone";
import { confirmEntry, pressUntil, received } from "./review-at-desk";
import { shellInstalled } from "./shell-installed";
import { signInAtDesk, signInOnPhone } from "./sign-in";

const card = "052095001234||Đinh Y Blŏk Thử|15031995|Nam|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";
const scanned = "Đinh Y Blŏk Thử";
const typed: readonly Citizen[] = [
  { name: "Rơ Châm Pưih Thử", personalNumber: "052180004321", birth: "20/10/1980", sex: "female" },
  { name: "Siu H'Čuê Thử", personalNumber: "052171006789", birth: "01/02/1971", sex: "female" },
];

const test = testWithCamera([card]);

test("a help session travels: recorded without signal, synced, reviewed, repaired, counted", async ({ app, browser, context, page }) => {
  const before = await unitNumbers(browser);
  context.setDefaultTimeout(20_000);
  let phone = page;
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
  const leader = await signInAtDesk(browser, "leader");
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
  expect(await unitNumbers(browser)).toEqual({ recorded: before.recorded + 3, confirmed: before.confirmed + 3 });
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

/** Accounts of people beyond youth age (indicator 2), as the leader's page of numbers shows them for today. */
async function unitNumbers(browser: Browser): Promise<{ recorded: number; confirmed: number }> {
  const page = await signInAtDesk(browser, "leader");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  await page.goto(`/desk/dashboard?from=${today}&to=${today}`);
  await page.getByText(dashboardTexts.allNumbers).click();
  const cells = page.getByRole("region", { name: dashboardTexts.allNumbers }).getByRole("row", { name: /^2\. / }).getByRole("cell");
  const numberIn = async (column: number) => Number((await cells.nth(column).textContent())!.replace(/\D/g, ""));
  const numbers = { recorded: await numberIn(0), confirmed: await numberIn(1) };
  await page.context().close();
  return numbers;
}
