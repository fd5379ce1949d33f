import { clientTexts } from "../../lib/text/desk-clients";
import { desk } from "../../lib/text/desk";
import { startTexts } from "../../lib/text/desk-start";
import { expect, test } from "./app";
import { signInAtDesk } from "./sign-in";
import { violations } from "./violations";

test("the office sees what is due, gives a program a key, and takes it back", async ({ app, browser, request }) => {
  const page = await signInAtDesk(browser, "provinceVerifier", "/desk");
  await expect(page.getByRole("heading", { name: startTexts.toDo })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: clientTexts.nav }).click();
  await page.getByLabel(clientTexts.nameLabel).fill("IOC Bình Định");
  await page.getByRole("button", { name: clientTexts.create }).click();
  const key = await page.getByLabel(clientTexts.keyLabel, { exact: true }).inputValue();
  await expect(page.getByRole("rowheader", { name: "IOC Bình Định" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const ask = (headers = {}) => request.get(`${app.origin}/api/aggregates/report`, { headers: { authorization: `Bearer ${key}`, ...headers } });
  const answer = await ask();
  expect(answer.status()).toBe(200);
  expect((await answer.json()).lines.length).toBeGreaterThan(3);
  expect((await ask({ "if-none-match": answer.headers().etag })).status()).toBe(304);

  await page.getByRole("button", { name: clientTexts.done }).click();
  await page.getByRole("button", { name: clientTexts.revokeOf("IOC Bình Định") }).click();
  await page.getByRole("dialog").getByRole("button", { name: clientTexts.revoke, exact: true }).click();
  await expect(page.getByRole("button", { name: clientTexts.revokeOf("IOC Bình Định") })).toHaveCount(0);
  expect((await ask()).status()).toBe(401);
});
