import type { Page } from "playwright/test";
import { phoneRoutes } from "../../lib/service-worker/phone-routes.mjs";
import { appShell } from "../../lib/text/app-shell";
import { expect, test } from "./app";
import { startNewerVersionProxy } from "./newer-version-proxy";
import { signInOnPhone } from "./sign-in-on-phone";

test("every phone page opens from cold with the server dead", async ({ app, page, context }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await app.kill();
  for (const route of phoneRoutes) {
    const cold = await context.newPage();
    const faults = watchFaults(cold);
    const answer = await cold.goto(route);
    expect(answer?.fromServiceWorker()).toBe(true);
    await expect(cold.locator("h1, h2").first(), route).toBeVisible();
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
    await expect(page.locator("h1, h2").first(), target).toBeVisible();
  }
  expect(await isMarked(page)).toBe(true);
});

test("a newer version waits until its user takes it", async ({ app, page }) => {
  const deployed = await startNewerVersionProxy(app.origin);
  await signInOnPhone(page, deployed.origin);
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

test("answers of the server are never kept", async ({ app, page }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/");
  expect(await page.evaluate(() => fetch("/api/session").then((answer) => answer.ok))).toBe(true);
  await app.kill();
  expect(await page.evaluate(() => fetch("/api/session").then(() => "answered", () => "no answer"))).toBe("no answer");
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map((key) => new URL(key.url).pathname);
  });
  expect(kept.filter((path) => !/^\/(_next\/static|icons|wasm)\/|^\/[\w-]+\.js$/.test(path))).toEqual([]);
});

async function shellInstalled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

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
  await expect(page).toHaveURL(target);
}
