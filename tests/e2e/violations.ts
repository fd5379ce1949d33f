import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";

/** What keeps people out of the page, with the element it is about. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
