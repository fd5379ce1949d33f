import type { Page } from "playwright/test";
import { weekOf } from "../../lib/domain/shift/week";
import { addDays, localDateOf } from "../../lib/domain/time/local-date";
import { deskAllowance, deskShifts } from "../../lib/text/desk-shifts";
import { home } from "../../lib/text/home";
import { refusals } from "../../lib/text/refusals";
import { shift as shiftText } from "../../lib/text/shift";
import { syncStates } from "../../lib/text/states";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { confirmEntry } from "./review-at-desk";
import { shellInstalled } from "./shell-installed";
import { accountOf, signInAtDesk, signInOnPhone } from "./sign-in";

const place = "Một cửa xã Phước Lộc";
const leader = "quocbao";
/** Not on a shift of today in the demo. */
const volunteer = accountOf("minhquan");
const busy = accountOf("thaonguyen");

test("a shift travels: planned, attended without a server, confirmed, on the allowance sheet", async ({ app, browser, context, page }) => {
  const desk = await signInAtDesk(browser, leader, "/desk/shifts");
  const before = await paidShifts(desk);
  await plan(desk, { from: "00:00", to: "23:59", person: volunteer.name });
  await expect(desk.getByRole("button", { name: new RegExp(`^Sửa ca 00:00–23:59, ${place}.*${volunteer.name}`) })).toBeVisible();

  let phone = page;
  await signInOnPhone(phone, { who: volunteer.login });
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

  await confirmEntry(desk, app, attended[0]!.id);
  expect(await paidShifts(desk)).toBe(before + 1);
});

test("a leader copies a week once, and hears by name who is on another shift", async ({ browser }) => {
  const desk = await signInAtDesk(browser, leader, "/desk/shifts");
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

type Attended = { readonly id: string; readonly version: number; readonly status: string; readonly planned: boolean; readonly checkedOut: boolean };

/** What the database holds of the volunteer's presence today. */
function todaysAttendance(app: App): Promise<Attended[]> {
  return query(app, `
    select entry.id, version, status::text, content ? 'checkedOutAt' as "checkedOut",
      exists (select from shift_assignment a where a.shift_id = (content ->> 'shiftId')::uuid and a.user_id = author_id) as planned
    from entry join app_user on app_user.id = author_id
    where entry.kind = 'shiftAttendance' and login = $1 and happened_on = $2::date`, [volunteer.login, today()]);
}

function today() {
  return localDateOf(new Date().toISOString());
}
