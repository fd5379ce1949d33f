import type { Page } from "playwright/test";
import accounts from "../../prisma/demo-accounts.json" with { type: "json" };
import { signInText } from "../../lib/text/sign-in";
import { expect } from "./app";

/** Signs a volunteer of the demo in, the first one unless told, on the screen; ends on the phone's home. */
export async function signInOnPhone(page: Page, origin = "", wanted?: string): Promise<void> {
  const { login, password } = accounts.find((account) => (wanted === undefined ? account.role === "volunteer" : account.login === wanted))!;
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel(signInText.login, { exact: true }).fill(login);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: signInText.submit, exact: true }).click();
  await expect(page).toHaveURL(`${origin}/`);
}
