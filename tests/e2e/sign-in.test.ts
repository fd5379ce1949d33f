import { signInText } from "../../lib/text/sign-in";
import { expect, test } from "./app";

test.use({ javaScriptEnabled: false });

test("a page that is not alive yet never writes a password into an address", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel(signInText.login, { exact: true }).fill("thaonguyen");
  await page.getByLabel(signInText.password, { exact: true }).fill("bí mật");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: signInText.submit, exact: true })).toBeDisabled();
  expect(page.url()).toMatch(/\/sign-in$/);
});
