import type { Page } from "playwright/test";
import { phoneRoutes } from "../../lib/service-worker/phone-routes.mjs";
import { appShell } from "../../lib/text/app-shell";
import { helpSession } from "../../lib/text/help-session";
import { lockText } from "../../lib/text/lock";
import { expect, test } from "./app";
import { startDeploymentProxy } from "./deployment-proxy";
import { shellInstalled } from "./shell-installed";
import { signInOnPhone, unlock } from "./sign-in";

test("every phone page opens from cold with the server dead", async ({ app, page, context }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await app.kill();
  for (const route of phoneRoutes) {
    const cold = await context.newPage();
    const faults = watchFaults(cold);
    const answer = await cold.goto(route);
    expect(answer?.fromServiceWorker()).toBe(true);
    await usable(cold, route);
    expect(faults).toEqual([]);
    await cold.close();
  }
});

test("navigating with the server dead loads no document and keeps the query string", async ({ app, page }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await app.kill();
  await page.goto("/");
  await mark(page);
  const bar = page.getByRole("navigation", { name: appShell.navigation });
  await bar.getByRole("link", { name: appShell.list }).click();
  await expect(page).toHaveURL("/entries");
  await bar.getByRole("link", { name: appShell.home }).click();
  await expect(page).toHaveURL("/");
  for (const target of [...phoneRoutes, "/entry?id=unknown", "/"]) {
    await push(page, target);
    await usable(page, target);
  }
  expect(await isMarked(page)).toBe(true);
});

test("a newer version waits until its user takes it", async ({ app, page }) => {
  const deployed = await startDeploymentProxy(app.origin);
  await signInOnPhone(page, deployed);
  await shellInstalled(page);
  await page.goto(`${deployed.origin}/`);
  await mark(page);
  deployed.release();
  await page.evaluate(() => window.dispatchEvent(new Event("pageshow")));
  const take = page.getByRole("button", { name: appShell.update.action });
  await expect(take).toBeVisible();
  expect(await isMarked(page)).toBe(true);
  await expect(page.locator("html[data-newer]")).toHaveCount(0);
  await take.click();
  await expect(page.locator("html[data-newer]")).toHaveCount(1);
  await deployed.close();
});

test("a newer version is not offered under a form that holds something, and what was typed stays", async ({ app, page }) => {
  const deployed = await startDeploymentProxy(app.origin);
  await signInOnPhone(page, deployed);
  await shellInstalled(page);
  await page.goto(`${deployed.origin}/record`);
  await page.getByRole("button", { name: helpSession.person.type }).click();
  await page.getByLabel(helpSession.person.name).fill("Siu Hai");
  await mark(page);
  deployed.release();
  await page.evaluate(() => window.dispatchEvent(new Event("pageshow")));
  await expect.poll(() => page.evaluate(waitingState)).toBe("installed");
  await expect(page.getByLabel(helpSession.person.name)).toHaveValue("Siu Hai");
  await expect(page.getByRole("button", { name: appShell.update.action })).toHaveCount(0);
  expect(await isMarked(page)).toBe(true);
  await push(page, "/");
  const take = page.getByRole("button", { name: appShell.update.action });
  await expect(take).toBeVisible();
  await take.click();
  await expect(page.locator("html[data-newer]")).toHaveCount(1);
  await unlockIfAsked(page);
  await page.getByRole("link", { name: /Siu Hai/ }).click();
  await expect(page.getByLabel(helpSession.person.name)).toHaveValue("Siu Hai");
  await deployed.close();
});

test("what a newer version has no use for stays for tabs of the earlier one", async ({ app, page }) => {
  const deployed = await startDeploymentProxy(app.origin);
  await signInOnPhone(page, deployed);
  await shellInstalled(page);
  const before = await keptFiles(page);
  deployed.release();
  await page.evaluate(() => window.dispatchEvent(new Event("pageshow")));
  await page.getByRole("button", { name: appShell.update.action }).click();
  await expect(page.locator("html[data-newer]")).toHaveCount(1);
  await expect.poll(() => page.evaluate(findReplaced)).not.toBe("");
  const path = await page.evaluate(findReplaced);
  await deployed.close();
  expect(before).toContain(path);
  expect(await page.evaluate((file) => fetch(file).then((answer) => answer.status), path)).toBe(200);
});

test("a build that is called back removes itself, and nothing that was written", async ({ app, page }) => {
  const deployed = await startDeploymentProxy(app.origin);
  await signInOnPhone(page, deployed);
  await shellInstalled(page);
  const databases = await page.evaluate(databaseNames);
  expect(databases).not.toEqual([]);
  deployed.retire();
  await page.goto(`${deployed.origin}/`);
  await expect.poll(() => page.evaluate(workersAndCaches)).toBe(0);
  const answer = await page.goto(`${deployed.origin}/`);
  expect(answer?.fromServiceWorker()).toBe(false);
  await unlock(page); // the key was in the worker's memory
  await expect(page.getByRole("navigation", { name: appShell.navigation })).toBeVisible();
  expect(await page.evaluate(databaseNames)).toEqual(databases);
  await deployed.close();
});

test("answers of the server are never kept", async ({ app, page }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/");
  expect(await page.evaluate(() => fetch("/api/session").then((answer) => answer.ok))).toBe(true);
  await app.kill();
  expect(await page.evaluate(() => fetch("/api/session").then(() => "answered", () => "no answer"))).toBe("no answer");
  expect((await keptFiles(page)).filter((path) => !/^\/(_next\/static|icons|wasm)\/|^\/[\w-]+\.js$/.test(path))).toEqual([]);
});

/** Every screen offers something to press, also one that has nothing to show. */
async function usable(page: Page, target: string): Promise<void> {
  await expect(page.locator("[aria-busy=true]"), target).toHaveCount(0);
  await expect(page.locator("a:visible, button:visible").first(), target).toBeVisible();
}

/** Paths of everything in every cache. */
function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map((key) => new URL(key.url).pathname);
  });
}

/** In the page: the path of a file that only an earlier version named, once the newer one has found that out. */
async function findReplaced(): Promise<string> {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      if ((await cache.match(key))?.headers.has("x-replaced-at")) return new URL(key.url).pathname;
    }
  }
  return "";
}

/** Another worker has no key yet. */
async function unlockIfAsked(page: Page): Promise<void> {
  const asked = page.getByLabel(lockText.pin, { exact: true });
  await expect(asked.or(page.getByRole("navigation", { name: appShell.navigation })).first()).toBeVisible();
  if (await asked.isVisible()) await unlock(page);
}

const waitingState = async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state;
const workersAndCaches = async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;
const databaseNames = () => indexedDB.databases().then((databases) => databases.map(({ name }) => name).sort());

/** What the page complains of beside the network, which is gone on purpose. */
function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/ERR_(CONNECTION_REFUSED|FAILED)/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marker: true }));
const isMarked = (page: Page) => page.evaluate(() => "marker" in window);

/** Through Next's own router, as a link does it; also for pages that no link of this moment leads to. */
async function push(page: Page, target: string): Promise<void> {
  await page.evaluate((path) => (window as unknown as { next: { router: { push(path: string): void } } }).next.router.push(path), target);
  await expect(page).toHaveURL((url) => leadsTo(url, target));
}

/** A new form adds to its address where its draft is. */
function leadsTo(url: URL, target: string): boolean {
  const { pathname, search } = new URL(target, url);
  return url.pathname === pathname && (search === "" || url.search === search);
}
