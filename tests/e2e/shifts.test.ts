import type { Browser, Page } from "playwright/test";
import { withConnection } from "../../lib/launcher/database.mjs";
import { weekOf } from "../../lib/domain/shift/week";
import { addDays, localDateOf } from "../../lib/domain/time/local-date";
import { deskAllowance, deskShifts } from "../../lib/text/desk-shifts";
import { decisionTexts } from "../../lib/text/desk-review";
import { home } from "../../lib/text/home";
import { refusals } from "../../lib/text/refusals";
import { shift as shiftText } from "../../lib/text/shift";
import { signInText } from "../../lib/text/sign-in";
import { syncStates } from "../../lib/text/states";
import accounts from "../../prisma/demo-accounts.json" with { type: "json" };
import { expect, test, type App } from "./app";
import { shellInstalled } from "./shell-installed";

const place = "Một cửa xã Phước Lộc";
const leader = accounts.find(({ login }) => login === "quocbao")!;
/** Not on a shift of today in the demo. */
const volunteer = accounts.find(({ login }) => login === "minhquan")!;
const busy = accounts.find(({ login }) => login === "thaonguyen")!;

test("a shift travels: planned, attended without a server, confirmed, on the allowance sheet", async ({ app, browser }) => {
  test.setTimeout(240_000);
  const desk = await atDesk(browser, app);
  const before = await paidShifts(desk);
  await plan(desk, { from: "00:00", to: "23:59", person: volunteer.name });
  await expect(desk.getByRole("button", { name: new RegExp(`^Sửa ca 00:00–23:59, ${place}.*${volunteer.name}`) })).toBeVisible();

  const context = await browser.newContext({ baseURL: app.origin, viewport: { width: 360, height: 800 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  let phone = await context.newPage();
  await signIn(phone, volunteer, "/");
  await expect(phone).toHaveURL(`${app.origin}/`);
  await shellInstalled(phone);
  await expect(phone.getByRole("link", { name: home.shift("00:00", "23:59") })).toBeVisible();

  // No server, no network: in by the phone's clock.
  await context.setOffline(true);
  await app.kill();
  await phone.getByRole("link", { name: home.shift("00:00", "23:59") }).click();
  await phone.getByRole("button", { name: shiftText.checkIn }).click();
  const now = phone.getByRole("status").filter({ hasText: shiftText.running });
  await expect(now).toContainText(place);
  await expect(now).toContainText(syncStates.saved.short);

  // Cold: closed and opened again, the shift still runs; then out.
  await phone.close();
  phone = await context.newPage();
  await phone.goto("/shift");
  await expect(phone.getByText(shiftText.running)).toBeVisible();
  await phone.getByRole("button", { name: shiftText.checkOut }).click();
  await expect(phone.getByRole("heading", { name: shiftText.done })).toBeVisible();
  await expect(phone.getByText(shiftText.running)).toBeHidden();
  await phone.goto("/");
  await expect(phone.getByRole("link", { name: home.onPhone(1) })).toBeVisible();

  // The server is back: check-in and check-out arrive once each, in their order.
  await app.start();
  await context.setOffline(false);
  await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  const attended = await todaysAttendance(app);
  expect(attended).toMatchObject([{ version: 2, status: "submitted", planned: true, checkedOut: true }]);

  await desk.goto(`/desk/review?view=all&entry=${attended[0]!.id}`);
  await expect(desk.getByRole("button", { name: new RegExp(`^${decisionTexts.confirm}`) }).first()).toBeVisible();
  await expect(async () => {
    await desk.keyboard.press("d"); // a page that was just drawn may not listen yet
    await expect.poll(() => todaysAttendance(app), { timeout: 10_000 }).toMatchObject([{ status: "confirmed" }]);
  }).toPass({ timeout: 60_000 });
  expect(await paidShifts(desk)).toBe(before + 1);
  await context.close();
  await desk.context().close();
});

test("a leader copies a week once, and hears by name who is on another shift", async ({ app, browser }) => {
  const desk = await atDesk(browser, app);
  await plan(desk, { from: "08:00", to: "09:00", person: busy.name });
  await expect(desk.getByRole("dialog").getByRole("alert")).toHaveText(`${busy.name}: ${refusals.personDoubleBooked}`);
  await desk.getByRole("dialog").getByLabel(deskShifts.endsAt, { exact: true }).fill("07:00");
  await desk.getByRole("dialog").getByRole("button", { name: deskShifts.save, exact: true }).click();
  await expect(desk.getByRole("dialog").getByRole("alert")).toHaveText(refusals.shiftEndsBeforeStart);
  await desk.getByRole("dialog").getByRole("button", { name: deskShifts.back }).click();

  // The demo is planned two weeks ahead.
  const empty = addDays(weekOf(today())[0]!, 21);
  await desk.goto(`/desk/shifts?day=${empty}`);
  await expect(desk.getByText(deskShifts.emptyWeekToCopy)).toBeVisible();
  await desk.getByRole("button", { name: deskShifts.copy }).click();
  await expect(desk.getByText(deskShifts.copied(12, 12, 0))).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Sửa ca/ })).toHaveCount(12);
  await desk.getByRole("button", { name: deskShifts.copy }).click();
  await expect(desk.getByText(deskShifts.nothingToCopy)).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Sửa ca/ })).toHaveCount(12);
  await desk.context().close();
});

/** A new shift of today, as the leader types it. */
async function plan(desk: Page, { from, to, person }: { from: string; to: string; person: string }): Promise<void> {
  await desk.goto("/desk/shifts");
  const day = deskShifts.weekdays[weekOf(today()).indexOf(today())]!;
  await desk.getByRole("button", { name: new RegExp(`^${deskShifts.addAt(place, day)}`) }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel(deskShifts.startsAt, { exact: true }).fill(from);
  await dialog.getByLabel(deskShifts.endsAt, { exact: true }).fill(to);
  await dialog.getByLabel(person).check();
  await dialog.getByRole("button", { name: deskShifts.save, exact: true }).click();
}

/** The volunteer's paid shifts of this month, as the sheet says. */
async function paidShifts(desk: Page): Promise<number> {
  await desk.goto("/desk/allowance");
  await expect(desk.getByRole("heading", { name: deskAllowance.rates })).toBeVisible();
  const row = desk.getByRole("row").filter({ has: desk.getByRole("rowheader", { name: volunteer.name }) });
  return (await row.count()) === 0 ? 0 : Number(await row.first().getByRole("cell").nth(2).textContent());
}

async function atDesk(browser: Browser, app: App): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin, viewport: { width: 1280, height: 800 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  await signIn(page, leader, "/desk/shifts");
  await expect(page.getByRole("heading", { level: 1, name: deskShifts.title })).toBeVisible();
  return page;
}

async function signIn(page: Page, { login, password }: { login: string; password: string }, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${next}`);
  await page.getByLabel(signInText.login, { exact: true }).fill(login);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signInText.submit, exact: true }).click();
}

type Attended = { readonly id: string; readonly version: number; readonly status: string; readonly planned: boolean; readonly checkedOut: boolean };

/** What the database holds of the volunteer's presence today. */
async function todaysAttendance(app: App): Promise<Attended[]> {
  return withConnection(app.databaseUrl, async (client) => {
    const { rows } = await client.query<Attended>({
      text: `select entry.id, version, status::text, content ? 'checkedOutAt' as "checkedOut",
               exists (select from shift_assignment a where a.shift_id = (content ->> 'shiftId')::uuid and a.user_id = author_id) as planned
             from entry join app_user on app_user.id = author_id
             where entry.kind = 'shiftAttendance' and login = $1 and happened_on = $2::date`,
      values: [volunteer.login, today()],
    });
    return rows;
  });
}

function today() {
  return localDateOf(new Date().toISOString());
}
