import type { Page } from "playwright/test";
import { accountText } from "../../lib/text/account";
import { appShell } from "../../lib/text/app-shell";
import { desk, roleNames } from "../../lib/text/desk";
import { firstPasswordTexts } from "../../lib/text/first-passwords";
import { peopleTexts } from "../../lib/text/people";
import { peopleFileTexts } from "../../lib/text/people-file";
import { refusals } from "../../lib/text/refusals";
import { signInText } from "../../lib/text/sign-in";
import { expect, test } from "./app";
import { query } from "./query";
import { choosePin, signInAtDesk } from "./sign-in";
import { violations } from "./violations";

const [teamA, teamB] = ["Đội tình nguyện xã Phước Lộc", "Đội tình nguyện xã Phước Sơn"];
const csv = (lines: readonly string[]) => ({ name: "doi-moi.csv", mimeType: "text/csv", buffer: Buffer.from(["STT,Họ và tên,Đơn vị,Vai trò,Loại thành viên,Tên đăng nhập", ...lines].join("\r\n")) });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();

test("an officer imports a list, gives first passwords, moves and disables somebody; the newcomer signs in once and chooses an own password", async ({ app, browser }) => {
  const file = csv([`1,NGUYỄN THU NGÂN,${teamA},,Học sinh sinh viên,`, `2,Trần Gia Phúc,${teamA},Tình nguyện viên,,giaphuc.tran`, "3,Lý Văn 9,Đội xã Không Có,vua,,"]);
  const countPeople = async () => (await query<{ count: number }>(app, "select count(*)::int as count from app_user"))[0]!.count;
  const before = await countPeople();

  const page = await signInAtDesk(browser, "officer", "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: peopleTexts.nav, exact: true }).click();
  await expect(page.getByRole("link", { name: "Lê Nguyễn Thảo Nguyên" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: peopleTexts.importLink }).click();
  await page.getByLabel(peopleFileTexts.choose).setInputFiles(file);

  // Each wrong cell by row, column and reason; nothing is written.
  for (const [column, text, code] of [["B", "Lý Văn 9", "nameHasUnexpectedCharacters"], ["C", "Đội xã Không Có", "unitUnknown"], ["D", "vua", "roleUnknown"]] as const) {
    await expect(page.getByRole("row").filter({ hasText: refusals[code] })).toContainText(new RegExp(`4\\s*${column}.*${text}`));
  }
  expect(await violations(page)).toEqual([]);
  expect(await countPeople()).toBe(before);
  const [rest] = await Promise.all([page.waitForEvent("download"), press(page, peopleFileTexts.rest("1"))]);
  expect(rest.suggestedFilename()).toBe(peopleFileTexts.restName);

  await press(page, peopleFileTexts.acceptRest("2"));
  await expect(page.getByText(peopleFileTexts.done("2", "0"))).toBeVisible();
  expect(await countPeople()).toBe(before + 2);

  // The same file again is nothing.
  await page.getByLabel(peopleFileTexts.another).setInputFiles(file);
  await expect(page.getByRole("button", { name: peopleFileTexts.rest("1") })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Nhập / })).toHaveCount(0);

  await page.goto("/desk/people?search=gia+phuc");
  await press(page, firstPasswordTexts.forMany("1"));
  await press(page, firstPasswordTexts.start);
  const slip = page.getByRole("region", { name: firstPasswordTexts.slips("1"), exact: true }).getByRole("row").filter({ hasText: "giaphuc.tran" });
  const password = (await slip.getByRole("cell").last().innerText()).trim();
  expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(await violations(page)).toEqual([]);
  await press(page, firstPasswordTexts.close);
  await expect(page.getByText(password)).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: "Trần Gia Phúc" })).toContainText(peopleTexts.states.firstPassword);

  const phone = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
  const signIn = async (given: string) => {
    await phone.goto("/sign-in");
    await phone.getByLabel(signInText.login, { exact: true }).fill("giaphuc.tran");
    await phone.getByLabel(signInText.password, { exact: true }).fill(given);
    await phone.getByRole("button", { name: signInText.submit, exact: true }).click();
  };
  await signIn(password);
  await phone.getByLabel(accountText.password.next, { exact: true }).fill("mưa rơi trên đồi cát trắng");
  await phone.getByRole("button", { name: accountText.goOn, exact: true }).click();
  await choosePin(phone);
  await expect(phone.getByRole("navigation", { name: appShell.navigation })).toBeVisible();

  await page.getByRole("link", { name: "Trần Gia Phúc" }).click();
  await press(page, peopleTexts.move);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(peopleTexts.unit, { exact: true }).selectOption((await dialog.getByRole("option", { name: teamB }).getAttribute("value"))!);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: peopleTexts.move, exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const roles = page.getByRole("region", { name: peopleTexts.rolesTitle });
  await expect(roles.getByRole("row").filter({ hasText: teamB })).toContainText(peopleTexts.open);
  await expect(page.getByRole("row").filter({ hasText: peopleTexts.events.roleGranted }).filter({ hasText: teamB })).toContainText(roleNames.volunteer);

  await press(page, peopleTexts.disable);
  await page.getByRole("dialog").getByRole("button", { name: peopleTexts.disable, exact: true }).click();
  await expect(page.getByRole("button", { name: peopleTexts.enable, exact: true })).toBeVisible();
  await expect(page.getByText(peopleTexts.stateHints.disabled)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByLabel(signInText.login, { exact: true }).fill("giaphuc.tran");
  await elsewhere.getByLabel(signInText.password, { exact: true }).fill("mưa rơi trên đồi cát trắng");
  await elsewhere.getByRole("button", { name: signInText.submit, exact: true }).click();
  await expect(elsewhere.getByText(signInText.wrong)).toBeVisible();
});

test("whoever looks after nobody finds no way to the people", async ({ browser }) => {
  const planner = await signInAtDesk(browser, "provincePlanner", "/desk");
  await expect(planner.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: peopleTexts.nav, exact: true })).toHaveCount(0);
  for (const path of ["/desk/people", "/desk/people/import", "/desk/people/00000000-0000-7000-8000-000000000000"]) {
    await planner.goto(path);
    await expect(planner.getByRole("heading", { name: desk.notFound.title })).toBeVisible();
  }
});
