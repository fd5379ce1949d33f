import type { Page } from "playwright/test";
import { phoneRoutes } from "../../lib/service-worker/phone-routes.mjs";
import { entryList } from "../../lib/text/entry-list";
import { expect, test } from "./app";
import { signInOnPhone } from "./sign-in";
import { violations } from "./violations";

const modes = ["light", "dark", "sunlight"] as const;

test("phone screens are accessible in every mode, also with letters twice as big", async ({ page }) => {
  await signInOnPhone(page);
  for (const address of await screens(page)) {
    for (const mode of modes) {
      await page.evaluate((chosen) => localStorage.setItem("mode", chosen), mode);
      await page.goto(address);
      await expect(page.locator("h1").first(), address).toBeVisible();
      expect.soft(await violations(page), `${address} ${mode}`).toEqual([]);
    }
    await page.addStyleTag({ content: ":root { font-size: 200% }" });
    expect.soft(await overflow(page), `${address} at 200 %`).toBeLessThanOrEqual(0);
  }
});

/** Every phone page; what shows one entry, with one. */
async function screens(page: Page): Promise<string[]> {
  await page.goto("/entries");
  await expect(page.getByRole("heading", { name: entryList.title })).toBeVisible();
  const href = await page.locator('a[href^="/entry?id="]').first().getAttribute("href");
  const id = new URLSearchParams(href?.split("?")[1]).get("id") ?? "";
  return [...phoneRoutes, `/entry?id=${id}`, `/saved?id=${id}`, "/guide?g=vneid-muc-2"];
}

/** Pixels that stick out sideways. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
