import type { BrowserContext, Page } from "playwright/test";
import { entryList } from "../../lib/text/entry-list";
import { form } from "../../lib/text/form";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { areasText, visitText } from "../../lib/text/households";
import { lockText } from "../../lib/text/lock";
import { findTraces, type Secrets } from "../setup/traces";
import { expect, test } from "./app";
import { finishSession } from "./record-on-phone";
import { received } from "./review-at-desk";
import { shellInstalled } from "./shell-installed";
import { keyKept, signInOnPhone, unlock } from "./sign-in";
import { storedThings } from "./stored-things";
import { downloadPack, fillDoor, openHamlet } from "./visit-on-phone";

const hamlet = "Khu phố Công Chính";
const sent = { name: "Siu H'Chăm Quỳnh", number: "052180004178", phone: "935417826", address: "Số 417/8 hẻm Bàu Sấu" };
const unsent = { name: "Rơ Châm Khuê Bửu", number: "052171006293", phone: "972604813", address: "Số 93/2 dốc Ông Phật" };
const parked = { name: "Rmah Đông Phương", number: "052195003847" };
/** Of the household that is added at a door. */
const door = { head: "Huỳnh Ngọc Diệp Vy", house: "số 8642 kiệt Bà Thơm" };

test("after a whole day nothing that the browser stored tells who was helped", async ({ app, context, page }) => {
  context.setDefaultTimeout(20_000);
  const said = listen(context, page);
  await signInOnPhone(page);
  await shellInstalled(page);
  await downloadPack(page);
  await page.goto("/areas");
  await openHamlet(page, hamlet);
  const neighbour = (await page.locator("[data-household] b").first().textContent())!;

  // One session arrives; another one, a new household and a draft stay on the phone.
  await fillPerson(page, sent);
  const arrived = await finishSession(page, "accountLinked");
  await expect.poll(() => received(app, [arrived]), { timeout: 60_000 }).toMatchObject([{ id: arrived, status: "submitted" }]);
  await context.setOffline(true);
  await app.kill();
  await fillPerson(page, unsent);
  const kept = await finishSession(page, "accountLinked");
  await addHousehold(page);
  await page.goto(`/entry?id=${kept}`);
  await expect(page.getByRole("heading", { name: unsent.name })).toBeVisible();
  await page.goto("/entries");
  await page.getByRole("searchbox").fill(unsent.name);
  await expect(page.getByText(entryList.count(1), { exact: true })).toBeVisible();
  await typePerson(page, parked);
  await expect(page.getByText(form.draftKept)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(helpSession.person.name)).toHaveValue(parked.name);
  const secrets: Secrets = {
    ...named("sent", sent), ...named("unsent", unsent), ...named("parked", parked), ...named("door", door), neighbour,
  };
  await keyKept(page);
  await expectNothing(context, page, secrets, said);

  // Locked, what is stored is what a finder has.
  await page.goto("/");
  await page.getByRole("link", { name: home.personMenu }).click();
  await page.getByRole("button", { name: lockText.menu.lock, exact: true }).click();
  await expect(page.getByLabel(lockText.pin, { exact: true })).toBeVisible();
  await expectNothing(context, page, secrets, said);
  await unlock(page);
  await page.goto(`/entry?id=${kept}`);
  await expect(page.getByRole("heading", { name: unsent.name })).toBeVisible(); // it was there all the time
});

type Person = { readonly name: string; readonly number: string; readonly phone?: string; readonly address?: string };

/** To the step of outcomes. */
async function fillPerson(page: Page, person: Person): Promise<void> {
  await typePerson(page, person);
  await page.getByRole("button", { name: helpSession.next, exact: true }).click();
}

async function typePerson(page: Page, { name, number, phone, address }: Person): Promise<void> {
  const text = helpSession.person;
  await page.goto("/record");
  await page.getByRole("button", { name: text.type, exact: true }).click();
  await page.getByLabel(text.name).fill(name);
  await page.getByLabel(text.personalNumber).fill(number);
  await page.getByLabel(text.birth).fill("20/10/1980");
  await page.getByText(text.female, { exact: true }).click();
  if (phone) await page.getByLabel(text.phone).fill(`0${phone}`);
  if (address) await page.getByLabel(text.address).fill(address);
}

async function addHousehold(page: Page): Promise<void> {
  await page.goto("/areas");
  await openHamlet(page, hamlet);
  await page.getByRole("searchbox", { name: areasText.search }).fill(`${door.head} số 1`);
  await page.getByRole("button", { name: areasText.addHousehold }).click();
  await page.getByLabel(visitText.address).fill(door.house);
  await fillDoor(page, "informed");
  await page.getByLabel(visitText.head, { exact: true }).fill(door.head);
  await page.getByRole("button", { name: visitText.saveAndNext, exact: true }).or(page.getByRole("button", { name: form.save, exact: true })).click();
  await expect(page.getByText(visitText.saved("").slice(0, -2))).toBeVisible();
}

function named(whose: string, person: Readonly<Record<string, string>>): Secrets {
  return Object.fromEntries(Object.entries(person).map(([what, secret]) => [`${whose} ${what}`, secret]));
}

/** Addresses that were opened or asked for, titles, and what was written to the console, from now on. */
function listen(context: BrowserContext, page: Page): Set<string> {
  const said = new Set<string>();
  context.on("request", (request) => said.add(request.url()));
  context.on("console", (message) => said.add(message.text()));
  page.on("framenavigated", (frame) => {
    said.add(frame.url());
    void frame.title().then((title) => said.add(title), () => undefined); // gone on already
  });
  return said;
}

async function expectNothing(context: BrowserContext, page: Page, secrets: Secrets, said: ReadonlySet<string>): Promise<void> {
  const things = await storedThings(context, page);
  // The scan sees what may be read: whose row it is, and files of the shell.
  expect(things.filter(({ where }) => where.startsWith("database tinh-nguyen-so/outbox")).length).toBeGreaterThan(0);
  expect(things.some(({ where, bytes }) => where.startsWith("database") && bytes.toString() === "waiting")).toBe(true);
  expect(things.some(({ where }) => where.startsWith("cache"))).toBe(true);
  const spoken = [...said].map((text) => ({ where: "said", bytes: Buffer.from(text) }));
  const found = [...things, ...spoken].flatMap(({ where, bytes }) => findTraces(bytes, secrets).map((trace) => `${where}: ${trace}`));
  expect([...new Set(found)]).toEqual([]);
  expect(things.filter(({ bytes }) => bytes.toString() === '{"extractable":true}')).toEqual([]);
}
