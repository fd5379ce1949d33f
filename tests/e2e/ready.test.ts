import type { BrowserContext, Page } from "playwright/test";
import { installText } from "../../lib/text/install";
import { joinText } from "../../lib/text/join";
import { readyText } from "../../lib/text/ready";
import { signInText } from "../../lib/text/sign-in";
import { expect, test, type App } from "./app";
import { signInOnPhone } from "./sign-in";
import { violations } from "./violations";
import { downloadPack } from "./visit-on-phone";

test("a phone with everything on it is ready, also once the server is gone", async ({ app, context, page }) => {
  await openFromHomeScreen(context);
  await answerFor(page, app, { "persistent-storage": "granted", camera: "granted" });
  await signInOnPhone(page);
  await downloadPack(page);
  await page.goto("/ready");
  await askToKeep(page);
  await expect(page.getByText(readyText.ready, { exact: true })).toBeVisible();
  await expect(page.getByText(/^Lấy lúc .* trên máy\.$/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await app.kill();
  await page.goto("/ready");
  await expect(page.getByText(readyText.ready, { exact: true })).toBeVisible();
});

test("a phone that lacks something is told what, why and what to do about it", async ({ app, context, page }) => {
  await context.addInitScript(() => {
    const right = Date.now;
    Date.now = () => right() + 47 * 60_000;
  });
  await answerFor(page, app, { camera: "denied" });
  await signInOnPhone(page);
  await page.goto("/ready");
  for (const check of ["installed", "pack", "clock", "camera"] as const) {
    const row = page.getByRole("listitem").filter({ hasText: readyText.checks[check].bad });
    await expect(row).toContainText(readyText.ways[check]);
  }
  await expect(page.getByText(readyText.clockOff("47"))).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: readyText.checks.storage.good })).toBeVisible();
  await expect(page.getByText(readyText.ready, { exact: true })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  // Each is put right where it stands; the rest stays open.
  await page.getByRole("link", { name: readyText.toAreas }).click();
  await downloadPack(page);
  await page.goto("/ready");
  await expect(page.getByRole("listitem").filter({ hasText: readyText.checks.pack.good })).toBeVisible();
  await answerFor(page, app, { camera: "granted" });
  await page.getByRole("button", { name: readyText.again }).click();
  await expect(page.getByRole("listitem").filter({ hasText: readyText.checks.camera.good })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: readyText.checks.installed.bad })).toBeVisible();
});

test("in the browser of another app it is said, with a drawing, before anybody types", async ({ app, browser }) => {
  for (const [agent, name] of [["Zalo android/24.09.01 ZaloTheme/light", "Zalo"], ["[FBAN/FB4A;FBAV/480.0.0.31.109;]", "Facebook"]] as const) {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, userAgent: `Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36 ${agent}` });
    const page = await context.newPage();
    for (const [address, field] of [["/sign-in", signInText.login], ["/join", joinText.code]] as const) {
      await page.goto(`${app.origin}${address}`);
      const told = page.getByText(installText.inApp(name));
      await expect(told).toBeVisible();
      await expect(page.locator("main svg[viewBox='0 0 160 100']")).toBeVisible();
      const [above, below] = [await told.boundingBox(), await page.getByLabel(field, { exact: true }).boundingBox()];
      expect(above!.y).toBeLessThan(below!.y);
    }
    await context.close();
  }
});

test("whoever is signed in there all the same is not told to be ready", async ({ app, browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, userAgent: "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/24.09.01" });
  const page = await context.newPage();
  await signInOnPhone(page, app);
  await page.goto(`${app.origin}/ready`);
  const row = page.getByRole("listitem").filter({ hasText: readyText.checks.browser.bad });
  await expect(row.getByRole("button", { name: installText.copy })).toBeVisible();
  await context.close();
});

/** As iPhones say it of an app on the home screen. */
async function openFromHomeScreen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
}

/** What the person, or the browser, says to being asked. */
async function answerFor(page: Page, { origin }: App, answers: Partial<Record<"persistent-storage" | "camera", "granted" | "denied">>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo: { browserContextId } } = await session.send("Target.getTargetInfo");
  for (const [name, setting] of Object.entries(answers)) {
    await session.send("Browser.setPermission", { origin, permission: { name }, setting, ...(browserContextId ? { browserContextId } : {}) });
  }
}

/** Chromium may have kept it since the sign-in. */
async function askToKeep(page: Page): Promise<void> {
  await expect(page.getByRole("listitem").filter({ hasText: readyText.checks.storage.good })).toBeVisible();
  const ask = page.getByRole("button", { name: readyText.askToKeep });
  if (await ask.isVisible()) await ask.click();
}
