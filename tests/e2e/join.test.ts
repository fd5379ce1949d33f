import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium, type Locator, type Page } from "playwright/test";
import { writeJoinLink } from "../../lib/protocol/join-link";
import { appShell } from "../../lib/text/app-shell";
import { invitationTexts } from "../../lib/text/desk-invitations";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { installText } from "../../lib/text/install";
import { inviteText } from "../../lib/text/invite";
import { joiningText, joinText } from "../../lib/text/join";
import { personMenu } from "../../lib/text/person-menu";
import { signInText } from "../../lib/text/sign-in";
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";
import { fakeCameraArgs, filmCard, filmCode, type Modules } from "../setup/fake-camera";
import { expect, type App } from "./app";
import { testWithCamera } from "./camera";
import { query } from "./query";
import { finishSession } from "./record-on-phone";
import { shellInstalled } from "./shell-installed";
import { choosePin, signInAtDesk, signInOnPhone } from "./sign-in";

const card = "052095001234||Đinh Y Blŏk Thử|15031995|Nam|Thôn Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||";
const test = testWithCamera([card]);

test("on an iPhone it is said with a drawing, before anybody types, to install first; once", async ({ app, browser }) => {
  const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, userAgent });
  const page = await context.newPage();
  await page.goto(`${app.origin}/sign-in`);
  await expect(page.getByText(installText.iosFirst)).toBeVisible();
  await expect(page.getByText(installText.iosThen)).toBeVisible();
  await page.getByRole("button", { name: installText.later }).click();
  await expect(page.getByText(installText.iosFirst)).toBeHidden();
  await page.goto(`${app.origin}/join`);
  await expect(page.getByRole("button", { name: joinText.scan })).toBeVisible();
  await expect(page.getByText(installText.iosFirst)).toBeHidden();
  await context.close();
});

test("joining by a code without a network on either phone: the entry arrives under the own name", async ({ app, page: leader }) => {
  const newcomer = await otherPhone();
  try {
    const { page: phone, film } = newcomer;
    // The new phone loaded the shell once; the leader's is at work. Then the network is gone for both.
    await phone.goto(`${app.origin}/join`);
    await shellLoaded(phone);
    await signInOnPhone(leader, { who: "leader" });
    await app.kill();

    // The leader's phone shows a code, and the camera of the new one reads it from its screen.
    await leader.getByRole("link", { name: home.personMenu }).click();
    await leader.getByRole("link", { name: personMenu.invite }).click();
    await expect(leader.getByText(inviteText.left(10))).toBeVisible();
    await film(await modulesOf(leader.getByRole("img", { name: /QR/ })));
    await phone.goto(`${app.origin}/join`);
    await phone.getByRole("button", { name: joinText.scan }).click();
    await expect(phone.getByText(joinText.invited)).toBeVisible();
    await phone.getByLabel(joinText.name).fill("Nguyễn Thị Mới Vào");
    await phone.getByRole("button", { name: joinText.go, exact: true }).click();
    await choosePin(phone);

    // Work begins at once.
    const entry = await recordCard(phone);
    await phone.goto(`${app.origin}/`);
    await expect(phone.getByRole("link", { name: home.onPhone(1) })).toBeVisible();
    await leader.getByRole("button", { name: inviteText.next }).click();
    await expect(leader.getByText(inviteText.left(9))).toBeVisible();

    await app.start();
    await phone.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 90_000 });
    expect(await authorsOf(app, entry)).toEqual([{ name: "Nguyễn Thị Mới Vào", status: "submitted" }]);
  } finally {
    await newcomer.close();
  }
});

test("asking to join: works at once, sends once the leader has approved", async ({ app, browser, page: phone }) => {
  const [unit] = await query<{ id: string; name: string }>(app, "select id, name from unit where kind = 'team' and name = 'Đội tình nguyện xã Phước Lộc' and valid_to is null");
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: signInText.join }).click();
  await expect(phone.getByRole("button", { name: joinText.scan })).toBeVisible();
  await phone.goto(new URL(writeJoinLink(app.origin, { unit: unit! })).href);
  await expect(phone.getByText(joinText.asking, { exact: true })).toBeVisible();
  expect(new URL(phone.url()).hash).toBe("");
  await phone.getByLabel(joinText.name).fill("Trần Văn Xin Vào");
  await phone.getByRole("button", { name: joinText.go, exact: true }).click();
  await choosePin(phone);
  await expect(phone.getByText(joiningText.asked(unit!.name))).toBeVisible({ timeout: 30_000 });
  const entry = await recordCard(phone);
  await phone.goto("/");
  await expect(phone.getByRole("link", { name: home.onPhone(1) })).toBeVisible();
  expect(await authorsOf(app, entry)).toEqual([]);

  const desk = await signInAtDesk(browser, "leader", "/desk/invitations");
  await desk.getByRole("button", { name: invitationTexts.approveOf("Trần Văn Xin Vào") }).click();
  await expect(desk.getByText(invitationTexts.requestsNone)).toBeVisible();
  await phone.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 90_000 });
  expect(await authorsOf(app, entry)).toEqual([{ name: "Trần Văn Xin Vào", status: "submitted" }]);
});

/** Nobody has worked here yet; what is needed to begin is kept. */
async function shellLoaded(page: Page): Promise<void> {
  await shellInstalled(page);
  await page.waitForFunction(() => localStorage.getItem("starter") !== null);
}

/** The card lies before the camera. */
async function recordCard(phone: Page): Promise<string> {
  await phone.getByRole("navigation", { name: appShell.navigation }).getByRole("link", { name: appShell.record }).click();
  await expect(phone.getByLabel(helpSession.person.name)).toHaveValue("Đinh Y Blŏk Thử", { timeout: 60_000 });
  await phone.getByRole("button", { name: helpSession.person.right }).click();
  return finishSession(phone, "accountLinked");
}

function authorsOf(app: App, entryId: string): Promise<{ name: string; status: string }[]> {
  return query(app, "select person.name, entry.status::text from entry join app_user person on person.id = entry.author_id where entry.id = $1", [entryId]);
}

/** What is drawn on the screen, module by module. */
async function modulesOf(code: Locator): Promise<Modules> {
  const quietZone = 4;
  const size = Number((await code.getAttribute("viewBox"))!.split(" ")[2]) - 2 * quietZone;
  const modules = new Array<number>(size * size).fill(0);
  for (const [, x, y] of ((await code.locator("path").getAttribute("d")) ?? "").matchAll(/M(\d+) (\d+)h1/g)) {
    modules[(Number(y) - quietZone) * size + Number(x) - quietZone] = 1;
  }
  return { modules, size };
}

/** Another phone, whose camera sees what `film` is given, and then the card, again and again. */
async function otherPhone() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tns-film-"));
  const file = path.join(folder, "film.mjpeg");
  const scene = { width: 1280, height: 720, frames: 45 };
  await filmCard(file, card, scene);
  const cardFilm = await readFile(file);
  const executablePath = await findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs, ...fakeCameraArgs(file)] });
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  return {
    page: await context.newPage(),
    film: async (code: Modules) => {
      await filmCode(file, code, scene);
      await writeFile(file, Buffer.concat([await readFile(file), cardFilm]));
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}
