import type { Page } from "playwright/test";

/** The service worker has everything it needs and answers for this page. */
export async function shellInstalled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}
