import type { Page } from "playwright/test";
import { deskSurvey, surveySheet } from "../../lib/text/desk-survey";
import { personMenu } from "../../lib/text/person-menu";
import { survey, surveyCodeText, surveyQuestions } from "../../lib/text/survey";
import { expect, test, type App } from "./app";
import { query } from "./query";
import { shellInstalled } from "./shell-installed";
import { signInAtDesk, signInOnPhone } from "./sign-in";
import { violations } from "./violations";

const place = "Một cửa xã Phước Lộc";

test("three taps at the counter with the server dead arrive once when it is back", async ({ app, page, context }) => {
  const before = await stored(app);
  await signInOnPhone(page);
  await shellInstalled(page);
  await page.goto("/me");
  await page.getByRole("link", { name: personMenu.survey }).click();
  await page.getByText(place, { exact: true }).first().click();
  await expect(page.getByRole("img", { name: surveyCodeText.qrCode(place) })).toBeVisible();
  await app.kill();
  await context.setOffline(true);

  await page.getByRole("link", { name: surveyCodeText.openHere }).click();
  await answer(page, "satisfied", "partly", "no");
  await expect(page.getByText(survey.waiting.counter)).toBeVisible();
  await page.getByRole("button", { name: survey.next }).click();
  await answer(page, "unsatisfied", "no", "yes");
  await expect(page.getByText(survey.waiting.counter)).toBeVisible();
  await page.getByRole("link", { name: survey.giveBack }).click();
  await expect(page.getByRole("heading", { name: surveyCodeText.title })).toBeVisible();
  await page.close();

  await app.start();
  await context.setOffline(false);
  const home = await context.newPage();
  await home.goto("/"); // whatever screen is opened next sends what waits
  await expect.poll(async () => (await stored(app)).length, { timeout: 60_000 }).toBe(before.length + 2);
  await expect.poll(() => home.evaluate(countWaiting)).toBe(0);
  await home.reload();
  const known = new Set(before.map(({ id }) => id));
  const arrived = (await stored(app)).filter(({ id }) => !known.has(id));
  expect(arrived.map(({ channel, answers }) => [channel, answers.satisfaction, answers.able, answers.asked]).sort()).toEqual([
    ["counter", "satisfied", "partly", "no"],
    ["counter", "unsatisfied", "no", "yes"],
  ]);
});

test("a citizen's own phone answers without a sign-in, a cookie or an app, accessibly at every step", async ({ app, page, context }) => {
  const before = await stored(app);
  const code = await openCode(app);
  await page.goto(`/survey?p=${code}`);
  await expect(page.getByRole("heading", { name: surveyQuestions.satisfaction.question })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: surveyQuestions.satisfaction.answers.neutral, exact: true }).click();
  await expect(page.getByRole("heading", { name: surveyQuestions.able.question })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: survey.back }).click();
  await answer(page, "satisfied", "yes", "no");
  await expect(page.getByText(survey.sent)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  const known = new Set(before.map(({ id }) => id));
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  expect((await stored(app)).filter(({ id }) => !known.has(id))).toMatchObject([
    { channel: "own", day: today, answers: { satisfaction: "satisfied", able: "yes", asked: "no" } },
  ]);
});

test("the counter's screen begins anew by itself for the next person", async ({ app, page }) => {
  const code = await openCode(app);
  await page.clock.install();
  await page.goto(`/survey?p=${code}&c=1`);
  await answer(page, "neutral", "yes", "no");
  await expect(page.getByRole("heading", { name: survey.thanks })).toBeVisible();
  await page.clock.fastForward("00:15");
  await expect(page.getByRole("heading", { name: surveyQuestions.satisfaction.question })).toBeVisible();
  await page.getByRole("button", { name: surveyQuestions.satisfaction.answers.unsatisfied, exact: true }).click();
  await expect(page.getByRole("heading", { name: surveyQuestions.able.question })).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.getByRole("heading", { name: surveyQuestions.satisfaction.question })).toBeVisible();
});

test("a code that was retired before says so; an address without one says what to do", async ({ app, page }) => {
  const [retired] = await query<{ code: string }>(app, "select code from survey_point where retired_at < now() - interval '2 days' limit 1");
  await page.goto(`/survey?p=${retired!.code}`);
  await answer(page, "satisfied", "yes", "no");
  await expect(page.getByText(survey.refused)).toBeVisible();
  await page.goto("/survey");
  await expect(page.getByRole("heading", { name: survey.noCode.title })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("the leader reads results, prints a code and retires it", async ({ app, browser }) => {
  const page = await signInAtDesk(browser, "leader", "/desk/survey");
  await expect(page.getByRole("heading", { name: deskSurvey.title, exact: true })).toBeVisible();
  const results = page.getByRole("region", { name: /^Kết quả theo nơi/ });
  await expect(results.getByRole("row", { name: new RegExp(`^${place}`) })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await results.getByRole("link", { name: deskSurvey.sortBy(deskSurvey.columns.count) }).click();
  await expect(results.getByRole("columnheader", { name: deskSurvey.columns.count })).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("link", { name: deskSurvey.print }).first().click();
  await expect(page.getByRole("heading", { name: surveySheet.heading })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Mã QR đánh giá/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: surveySheet.back }).click();

  const code = await openCode(app);
  const row = page.getByRole("row").filter({ hasText: code });
  await row.getByRole("button", { name: deskSurvey.retire }).click();
  await page.getByRole("dialog").getByRole("button", { name: deskSurvey.retire }).click();
  await expect(page.getByText(deskSurvey.retired(place))).toBeVisible();
  await expect(row.getByRole("button", { name: deskSurvey.retire })).toHaveCount(0);
});

async function answer(
  page: Page,
  satisfaction: keyof typeof surveyQuestions.satisfaction.answers,
  able: keyof typeof surveyQuestions.able.answers,
  asked: keyof typeof surveyQuestions.asked.answers,
): Promise<void> {
  await page.getByRole("button", { name: surveyQuestions.satisfaction.answers[satisfaction], exact: true }).click();
  await page.getByRole("button", { name: surveyQuestions.able.answers[able], exact: true }).click();
  await page.getByRole("button", { name: surveyQuestions.asked.answers[asked], exact: true }).click();
  await expect(page.getByRole("heading", { name: survey.thanks })).toBeVisible();
}

async function openCode(app: App): Promise<string> {
  const [point] = await query<{ code: string }>(app,
    "select code from survey_point join place on place.id = place_id where place.name = $1 and retired_at is null", [place]);
  return point!.code;
}

type Stored = { readonly id: string; readonly day: string; readonly channel: string; readonly answers: Readonly<Record<string, string>> };
const stored = (app: App) => query<Stored>(app, "select id, answered_on::text as day, channel, answers from survey_response");

/** In the page: responses that have not been answered by the server. */
function countWaiting(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("survey");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction("responses").objectStore("responses").count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => resolve(counting.result);
    };
  });
}
