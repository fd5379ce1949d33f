import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium, type BrowserContext, type Page, type Response } from "playwright";
import { withConnection } from "../../lib/launcher/database.mjs";
import { entryList } from "../../lib/text/entry-list";
import { helpSession } from "../../lib/text/help-session";
import { home } from "../../lib/text/home";
import { areasText } from "../../lib/text/households";
import { lockText } from "../../lib/text/lock";
import { chromiumArgs, findChromium } from "../setup/chromium.mjs";
import { startApp } from "../e2e/app";
import startDemoDatabase from "../e2e/demo-database";
import { shellInstalled } from "../e2e/shell-installed";
import { demoPin, signInOnPhone } from "../e2e/sign-in";
import { chooseOutcome } from "../e2e/record-on-phone";
import { addHouseholds, recordEntries } from "./phone/fill-database";

/**
 * A phone full of work, with the main thread four times slower than this machine's: how long until it can be
 * used without a network, until something is saved, and until a search answers. Needs a production build.
 */
const slowdown = 4;
const entries = Number(process.env.ENTRIES ?? 10_000);
const households = Number(process.env.HOUSEHOLDS ?? 10_000);
const saves = 20;
/** Long enough that what one key changes is never taken for the next one's. */
const betweenKeysMs = 600;
/** A browser that was just started is busy with windows of its own, on the processors that the app is measured on. */
const browserSettlesMs = 2_000;

const stopDatabase = await startDemoDatabase();
const app = await startApp();
const profile = await mkdtemp(path.join(os.tmpdir(), "tns-phone-"));
let context: BrowserContext | undefined;
try {
  Object.assign(process.env, { DATABASE_URL: app.databaseUrl, NODE_ENV: "production" });
  const volunteer = await findVolunteer(app.databaseUrl);
  await withConnection(app.databaseUrl, (client) => addHouseholds(client, volunteer, households));
  await recordEntries(volunteer, entries);
  context = await openBrowser();
  let page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await signInOnPhone(page, app);
  await shellInstalled(page);
  console.log(`Reading ${entries} entries and ${households} households onto the phone …`);
  await page.goto(`${app.origin}/entries`);
  await page.waitForFunction((least) => Number(/\d[\d.]*/.exec(document.querySelector("main p[role=status]")?.textContent ?? "")?.[0].replace(/\./g, "")) >= least, entries, { timeout: 600_000 });
  console.log(`first pack of the demo's households=${kilobytes(await downloadPacks(page))} KB limit=200 KB`);
  const { usageDetails } = await page.evaluate(() => navigator.storage.estimate() as Promise<{ usageDetails?: { indexedDB?: number } }>);
  console.log(`database=${kilobytes((usageDetails?.indexedDB ?? 0) / 1024)} MB limit=50 MB`);
  await app.kill();

  const starts: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    await context.close();
    context = await openBrowser();
    page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(120_000);
    await slow(page);
    starts.push(await startTime(page));
  }
  console.log(`cold offline start=${ms(median(starts))} (${starts.map(ms).join(", ")}) limit=2500 ms`);

  const saved = await saveTimes(page);
  console.log(`save p95=${ms(p95(saved))} (${saved.map(ms).join(", ")}) limit=150 ms`);
  await page.goto(`${app.origin}/entries`);
  await page.getByRole("searchbox").waitFor();
  await page.getByText(entryList.reading).waitFor({ state: "detached" });
  console.log(`search of entries p95=${ms(p95(await searchTimes(page)))} limit=100 ms`);
  console.log(`longest task while scrolling entries=${ms(await longestTaskWhile(page, scroll))} limit=100 ms`);
  await page.goto(`${app.origin}/areas`);
  await page.getByRole("link", { name: /Thôn Đo 1\b/ }).first().click();
  await page.getByRole("searchbox").click();
  console.log(`search of households p95=${ms(p95(await searchTimes(page)))} limit=100 ms`);
  await page.getByRole("searchbox").fill("");
  console.log(`longest task while scrolling households=${ms(await longestTaskWhile(page, scroll))} limit=100 ms`);
} finally {
  await context?.close();
  await app.stop();
  await stopDatabase();
  await rm(profile, { recursive: true, force: true });
}

/** @returns bytes on the wire of the demo campaign's 2,000 households */
async function downloadPacks(page: Page): Promise<number> {
  await page.goto(`${app.origin}/areas`);
  const buttons = page.getByRole("button", { name: areasText.download, exact: true });
  let bytes = 0;
  for (const { title } of [{ title: "Mỗi nhà một tài khoản số" }, { title: "Đợt đo" }]) {
    const section = page.locator("section").filter({ hasText: title });
    const answers: Promise<void>[] = [];
    let size = 0;
    const count = (response: Response) => {
      if (response.url().includes("/api/area-pack")) answers.push(response.request().sizes().then(({ responseBodySize }) => void (size += responseBodySize)));
    };
    page.on("response", count);
    await section.getByRole("button", { name: areasText.download, exact: true }).click();
    await section.getByRole("button", { name: areasText.refresh, exact: true }).waitFor();
    page.off("response", count);
    await Promise.all(answers);
    bytes ||= size;
  }
  await buttons.first().waitFor({ state: "detached" });
  return bytes;
}

async function findVolunteer(databaseUrl: string) {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select app_user.id, app_user.province_id as "provinceId", unit_id as "unitId" from app_user join role_assignment on user_id = app_user.id
       where login = 'thaonguyen' and role = 'volunteer'`,
    );
    return rows[0] as { id: string; provinceId: string; unitId: string };
  });
}

async function openBrowser(): Promise<BrowserContext> {
  const executablePath = await findChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: [...chromiumArgs],
    viewport: { width: 360, height: 800 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

/** From the navigation, with the PIN typed as soon as it is asked for, to the frame that shows home with what was recorded last. */
async function startTime(page: Page): Promise<number> {
  await page.addInitScript((heading) => {
    new MutationObserver((_, observer) => {
      if (![...document.querySelectorAll("h2")].some(({ textContent }) => textContent === heading)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
    }).observe(document, { childList: true, subtree: true });
  }, home.recent);
  await page.waitForTimeout(browserSettlesMs);
  await page.goto(`${app.origin}/`, { waitUntil: "commit" });
  await page.getByLabel(lockText.pin, { exact: true }).fill(demoPin); // with the browser the key went
  await page.getByRole("heading", { name: home.recent }).waitFor();
  return page.evaluate(async () => {
    while (performance.getEntriesByName("usable").length === 0) await new Promise(requestAnimationFrame);
    return performance.getEntriesByName("usable")[0]!.startTime;
  });
}

/** Tells of each save once it is durable. Dexie takes `transaction` from the database when it opens it: this has to be there first, in every document. */
async function noteDurableWrites(page: Page): Promise<() => Promise<number>> {
  const tell: ((milliseconds: number) => void)[] = [];
  await page.exposeFunction("toldDurable", (milliseconds: number) => tell.shift()?.(milliseconds));
  await page.addInitScript(() => {
    let asked: number | undefined;
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      const opened = transaction.apply(this, args);
      if (args[1] !== "readwrite" || ![args[0]].flat().includes("entries")) return opened;
      opened.addEventListener("complete", () => {
        if (asked !== undefined) (window as unknown as { toldDurable(ms: number): void }).toldDurable(performance.now() - asked);
        asked = undefined;
      });
      return opened;
    } as typeof transaction;
    document.addEventListener("submit", () => (asked = performance.now()), { capture: true });
  });
  return () => new Promise((resolve) => tell.push(resolve));
}

/** From "Lưu" until entry and command are durably on the phone. Nobody asks the page anything meanwhile: it would have to answer first. */
async function saveTimes(page: Page): Promise<number[]> {
  const nextDurable = await noteDurableWrites(page);
  const times: number[] = [];
  for (let number = 0; number < saves; number += 1) {
    await page.goto(`${app.origin}/record`);
    await page.getByRole("button", { name: helpSession.person.type }).click();
    await page.getByLabel(helpSession.person.name).fill(`Nguyễn Văn Đo ${"ABCDEGHIKLMNOPQRSTUV"[number]}`);
    await page.getByRole("button", { name: helpSession.next, exact: true }).click();
    await chooseOutcome(page, "guidanceGiven");
    const { x, y, width, height } = (await page.getByRole("button", { name: helpSession.save, exact: true }).boundingBox())!;
    const durable = nextDurable();
    await page.mouse.click(x + width / 2, y + height / 2);
    times.push(await durable);
    await page.waitForURL(/\/saved\?id=/);
  }
  return times;
}

/** From a key to the frame that shows what it found, as far as the screen reaches; a key that finds the same changes nothing. */
async function searchTimes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const main = document.querySelector("main")!;
    const keys: { typed: number; shown: number }[] = [];
    Object.assign(window, { searchKeys: keys });
    document.querySelector("input[type=search]")!.addEventListener("input", () => keys.push({ typed: performance.now(), shown: 0 }), true);
    let last = "";
    new MutationObserver(() => {
      // What a screen holds: how many were found, and the first rows. Rows that are added below keep nobody waiting.
      const rows = [...main.querySelectorAll("[role=status], li")].slice(0, 8);
      const [key, view] = [keys.at(-1), rows.map(({ textContent }) => textContent).join("|")];
      if (view === last) return;
      last = view;
      requestAnimationFrame(() => setTimeout(() => key && (key.shown = performance.now())));
    }).observe(main, { characterData: true, childList: true, subtree: true });
  });
  const box = page.getByRole("searchbox");
  for (const name of ["nguyen van", "tran thi", "le", "pham thi h", "vo"]) {
    await box.pressSequentially(name, { delay: betweenKeysMs });
    await box.fill("");
    await page.waitForTimeout(betweenKeysMs);
  }
  const keys = await page.evaluate(() => (window as unknown as { searchKeys: { typed: number; shown: number }[] }).searchKeys);
  return keys.filter(({ shown }) => shown > 0).map(({ typed, shown }) => shown - typed);
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(180, 500);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 400);
    await nextFrame(page);
  }
}

/** As fast as the screen can show it, whatever the machine. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function longestTaskWhile(page: Page, work: (page: Page) => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await work(page);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
