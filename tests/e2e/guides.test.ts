import type { Browser, Page } from "playwright/test";
import { parseGuide } from "../../lib/domain/guide/parse-guide";
import { appShell } from "../../lib/text/app-shell";
import { desk } from "../../lib/text/desk";
import { deskGuides } from "../../lib/text/desk-guides";
import { guidesText } from "../../lib/text/guides";
import { home } from "../../lib/text/home";
import { personMenu } from "../../lib/text/person-menu";
import { refusals } from "../../lib/text/refusals";
import { readGuide } from "../../prisma/demo/guide-files";
import { expect, test } from "./app";
import { shellInstalled } from "./shell-installed";
import { signInAtDesk, signInOnPhone } from "./sign-in";

const guide = readGuide("nop-ho-so");
const steps = parseGuide(guide.markdown).filter(({ kind }) => kind === "step").length;

test("a volunteer walks a citizen through a guide with the server dead", async ({ app, page, context }) => {
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/guides");
  await expect(page.getByRole("link", { name: guide.title })).toBeVisible();
  await app.kill();
  await page.close();

  const cold = await context.newPage();
  await cold.goto("/");
  await cold.getByRole("link", { name: home.personMenu }).click();
  await cold.getByRole("link", { name: personMenu.guides }).click();
  await cold.getByRole("link", { name: guide.title }).click();
  await expect(cold.getByRole("heading", { name: guide.title })).toBeVisible();
  await expect(cold.getByText(guidesText.step(1, steps), { exact: true })).toBeVisible();
  await expect(cold.locator("ol > li")).toHaveCount(steps);
  await expect(cold.locator("ol > li svg[data-drawing]")).toHaveCount(steps);
  expect(await smallestStep(cold)).toBeGreaterThanOrEqual(18);

  await cold.getByRole("button", { name: appShell.back }).click();
  await expect(cold).toHaveURL("/guides");
  await cold.goto("/guide?g=unknown");
  await expect(cold.getByRole("heading", { name: guidesText.missing })).toBeVisible();
});

test("what the province writes reaches the phone, and an old version comes back as a new one", async ({ page, browser }) => {
  const planner = await openGuideAtDesk(browser, "provincePlanner");
  await signInOnPhone(page);
  await page.goto("/guide?g=nop-ho-so");
  await expect(page.getByText(guidesText.step(steps, steps), { exact: true })).toBeVisible();

  // Without a step it is no guide; the sentence stands at the text.
  const text = planner.getByLabel(deskGuides.text, { exact: true });
  await text.fill("Chỉ có chữ");
  await planner.getByRole("button", { name: deskGuides.save }).click();
  await expect(planner.getByText(refusals.guideStepsMissing)).toBeVisible();

  // The preview is what the phone will show.
  const added = "Chào người dân và nói mình là ai.";
  await text.fill(`1. ${added}\n   ![tai-khoan]\n`);
  const preview = planner.getByRole("region", { name: deskGuides.preview });
  await expect(preview.getByText(added)).toBeVisible();
  await expect(preview.getByText(guidesText.step(1, 1))).toBeVisible();
  await planner.getByRole("button", { name: deskGuides.save }).click();
  await expect(planner.getByText(deskGuides.saved(2))).toBeVisible();

  // The phone hears of it when it comes to the front; the open page changes in place.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText(added)).toBeVisible();
  await expect(page.locator("ol > li")).toHaveCount(1);

  // The other office finds it in the history and brings the first version back.
  const verifier = await openGuideAtDesk(browser, "provinceVerifier");
  await expect(verifier.getByLabel(deskGuides.text, { exact: true })).toHaveValue(/Chào người dân/);
  await verifier.getByRole("button", { name: deskGuides.load(1), exact: true }).click();
  await expect(verifier.getByLabel(deskGuides.text, { exact: true })).toHaveValue(guide.markdown);
  await verifier.getByRole("button", { name: deskGuides.save }).click();
  await expect(verifier.getByText(deskGuides.saved(3))).toBeVisible();

  // Who still has the earlier page open is told, and loses nothing.
  await text.fill(`1. ${added}\n2. Cảm ơn.\n`);
  await planner.getByRole("button", { name: deskGuides.save }).click();
  await expect(planner.getByText(deskGuides.conflict)).toBeVisible();
  await expect(text).toHaveValue(/Cảm ơn/);

  await page.goto("/guide?g=nop-ho-so");
  await expect(page.locator("ol > li")).toHaveCount(steps);

  // Out of use: gone from the list of every phone.
  await verifier.getByRole("button", { name: deskGuides.retire }).click();
  await expect(verifier.getByText(deskGuides.nowRetired(4))).toBeVisible();
  await page.goto("/guides");
  await expect(page.getByRole("link", { name: guide.title })).toHaveCount(0);
  await expect(page.locator('a[href^="/guide?g="]')).not.toHaveCount(0);
});

test("nobody else finds the way to write guides", async ({ browser }) => {
  const leader = await signInAtDesk(browser, "leader", "/desk");
  await expect(leader.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: desk.guides })).toHaveCount(0);
  for (const path of ["/desk/guides", "/desk/guides/edit", "/desk/guides/edit?guide=nop-ho-so"]) {
    await leader.goto(path);
    await expect(leader.getByRole("heading", { name: desk.notFound.title })).toBeVisible();
  }
});

async function openGuideAtDesk(browser: Browser, role: string): Promise<Page> {
  const page = await signInAtDesk(browser, role, "/desk");
  await page.getByRole("navigation", { name: desk.navigation }).getByRole("link", { name: desk.guides }).click();
  await page.getByRole("link", { name: guide.title }).click();
  await expect(page.getByLabel(deskGuides.name, { exact: true })).toHaveValue(guide.title);
  return page;
}

/** Of the words of the steps and their notes, in CSS pixels; the counter above them may be smaller. */
function smallestStep(page: Page): Promise<number> {
  return page.locator("ol > li p + p").evaluateAll((lines) => Math.min(...lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize))));
}
