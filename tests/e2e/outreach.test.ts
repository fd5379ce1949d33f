import type { Page } from "playwright/test";
import { articleText } from "../../lib/text/article";
import { dashboardTexts } from "../../lib/text/desk-dashboard";
import { decisionTexts, reviewDesk } from "../../lib/text/desk-review";
import { entryDetail } from "../../lib/text/entry-detail";
import { audienceNames, eventTypeNames } from "../../lib/text/entry-kinds";
import { form } from "../../lib/text/form";
import { home } from "../../lib/text/home";
import { moreText } from "../../lib/text/more";
import { entryKindNames } from "../../lib/text/outcomes";
import { outreachEvent } from "../../lib/text/outreach-event";
import { refusals } from "../../lib/text/refusals";
import { reviewReasonTexts } from "../../lib/text/review-reasons";
import { savedText } from "../../lib/text/saved";
import { scanner } from "../../lib/text/scanner";
import { expect } from "./app";
import { testWithCamera } from "./camera";
import { confirmEntry, received } from "./review-at-desk";
import { shellInstalled } from "./shell-installed";
import { signInAtDesk, signInOnPhone } from "./sign-in";

const cards = [
  "052200001234||Đinh Văn Thử|15032005|Nam|Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||",
  "052160004321||Rơ Châm Thử|20101960|Nữ|Tân Thành, Phước Lộc, Tuy Phước, Bình Định|23092024||||",
];
const event = { title: "Một tài khoản VNeID cho mọi dịch vụ", place: "Nhà văn hoá thôn Tân Thành" };
const article = { url: "https://www.baothu.example/tin/ra-quân?fbclid=abc", title: "Ra quân ở Phước Lộc", publisher: "baothu.example" };
const sameArticle = "https://m.baothu.example/tin/ra-qu%C3%A2n/";

const test = testWithCamera(cards);

test("an event and articles travel: cards counted once, the same link found, checked by the officer, counted", async ({ app, browser, context, page: phone }) => {
  const officer = await signInAtDesk(browser, "officer");
  const before = await unitNumbers(officer);

  context.setDefaultTimeout(20_000);
  await signInOnPhone(phone);
  await shellInstalled(phone);

  // Cards pass before the camera again and again; each counts once.
  await openKind(phone, "outreachEvent");
  await phone.getByText(eventTypeNames.training, { exact: true }).click();
  await phone.getByLabel(outreachEvent.name, { exact: true }).fill(event.title);
  await phone.getByLabel(outreachEvent.place, { exact: true }).fill(event.place);
  await phone.getByText(audienceNames.residents, { exact: true }).click();
  await phone.getByRole("button", { name: outreachEvent.scan }).click();
  const scanning = phone.getByRole("dialog");
  await expect(scanning.getByText(outreachEvent.scanned(2, 1))).toBeVisible({ timeout: 60_000 });
  await expect(scanning.getByText(refusals.cardAlreadyScanned)).toBeVisible({ timeout: 30_000 });
  await scanning.getByRole("button", { name: scanner.done }).click();
  await expect(counter(phone, "youth")).toHaveValue("1");
  await expect(counter(phone, "others")).toHaveValue("1");
  await phone.getByRole("button", { name: outreachEvent.more(outreachEvent.youth) }).click();
  await expect(phone.getByText(form.draftKept)).toBeVisible();

  // The signal is gone; the page is closed in the middle, and what was typed and counted is still there.
  await context.setOffline(true);
  await app.kill();
  await phone.goto("/event");
  await expect(phone.getByLabel(outreachEvent.name, { exact: true })).toHaveValue(event.title);
  await expect(counter(phone, "youth")).toHaveValue("2");
  await expect(phone.getByText(outreachEvent.scanned(2, 1))).toBeVisible();
  const eventId = await save(phone);
  await expect(phone.getByRole("heading", { name: savedText.title.saved })).toBeVisible();
  await expect(phone.getByRole("link", { name: savedText.next.outreachEvent })).toBeVisible();

  // An article, and the same link in another spelling.
  await phone.goto("/article");
  await phone.getByLabel(articleText.url, { exact: true }).fill(`Mời xem: ${article.url} nhé`);
  await expect(phone.getByLabel(articleText.publisher, { exact: true })).toHaveValue(article.publisher);
  await phone.getByLabel(articleText.name, { exact: true }).fill(article.title);
  const articleId = await save(phone);
  await phone.getByRole("link", { name: savedText.next.article }).click();
  await phone.getByLabel(articleText.url, { exact: true }).fill(sameArticle);
  await phone.getByLabel(articleText.name, { exact: true }).fill(article.title);
  await expect(phone.getByRole("link", { name: `${articleText.open}: ${article.title}` })).toHaveAttribute("href", `/entry?id=${articleId}`);
  await phone.getByRole("button", { name: form.save, exact: true }).click();
  await expect(phone.getByRole("alert").getByText(refusals.alreadyRecorded)).toBeVisible();
  await expect(phone).toHaveURL(/\/article$/);
  await phone.getByLabel(articleText.url, { exact: true }).fill("https://baothu.example/tin/khác");
  const otherId = await save(phone);

  // Everything goes by itself once there is a network.
  await app.start();
  await context.setOffline(false);
  await phone.goto("/");
  await expect(phone.getByRole("link", { name: home.onPhone(0) })).toBeVisible({ timeout: 60_000 });
  expect(await received(app, [eventId, articleId, otherId])).toEqual([eventId, articleId, otherId].map((id) => ({ id, version: 1, status: "submitted" })));

  // The officer looks at nothing but articles, opens the link beside the desk, confirms.
  await officer.goto("/desk/review");
  await officer.getByRole("navigation", { name: reviewDesk.viewsLabel }).getByRole("link", { name: new RegExp(`^${entryKindNames.article} \\d+$`) }).click();
  await expect(officer).toHaveURL(/kind=article/);
  await officer.goto(`/desk/review?kind=article&entry=${articleId}`);
  const link = officer.getByRole("link", { name: /baothu\.example\/tin\/ra-quân/ });
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  for (const id of [articleId, otherId]) await confirmEntry(officer, app, id);

  // The event comes back with the number that is wrong, and is repaired at that very number.
  await officer.goto(`/desk/review?kind=outreachEvent&entry=${eventId}`);
  await officer.getByRole("button", { name: decisionTexts.return, exact: true }).click();
  const dialog = officer.getByRole("dialog");
  await expect(dialog.getByText(reviewReasonTexts.wrongDossierCode.label)).toHaveCount(0);
  await dialog.getByLabel(reviewReasonTexts.wrongAttendance.label).check();
  await dialog.getByRole("button", { name: decisionTexts.return }).click();
  await expect.poll(() => received(app, [eventId])).toMatchObject([{ status: "returned" }]);
  await phone.goto("/sync");
  const todo = phone.locator("main").getByRole("heading", { name: event.title }).locator("xpath=../..");
  await todo.getByRole("link", { name: entryDetail.editField("số đoàn viên, thanh niên") }).click({ timeout: 60_000 });
  await expect(counter(phone, "youth")).toBeFocused();
  await expect(phone.getByText(reviewReasonTexts.wrongAttendance.label)).toBeVisible();
  await expect(phone.getByRole("button", { name: outreachEvent.scan })).toHaveCount(0);
  await counter(phone, "youth").fill("12");
  await save(phone);
  await expect.poll(() => received(app, [eventId]), { timeout: 60_000 }).toMatchObject([{ status: "submitted", version: 3 }]);
  await confirmEntry(officer, app, eventId);

  const after = await unitNumbers(officer);
  expect(after).toEqual({ articles: before.articles + 2, members: before.members + 12 });
});

test("holding the button for help offers every kind, and so does a link", async ({ page }) => {
  await signInOnPhone(page);
  const button = page.getByRole("navigation").locator('a[href^="/record"]');
  await button.dispatchEvent("pointerdown");
  await expect(page).toHaveURL(/\/more$/);
  for (const kind of Object.keys(moreText.hints) as (keyof typeof moreText.hints)[]) {
    await expect(page.getByRole("link", { name: new RegExp(`^${entryKindNames[kind]}`) })).toBeVisible();
  }
  await page.goto("/");
  await page.getByRole("link", { name: home.other }).click();
  await expect(page.getByRole("heading", { name: moreText.title })).toBeVisible();
});

async function openKind(phone: Page, kind: keyof typeof moreText.hints): Promise<void> {
  await phone.getByRole("link", { name: home.other }).click();
  await phone.getByRole("link", { name: new RegExp(`^${entryKindNames[kind]}`) }).click();
}

function counter(phone: Page, group: "youth" | "others") {
  return phone.getByRole("textbox", { name: outreachEvent[group], exact: true });
}

/** @returns the entry's id, from the screen that says it was saved */
async function save(phone: Page): Promise<string> {
  await phone.getByRole("button", { name: form.save, exact: true }).click();
  await expect(phone).toHaveURL(/\/saved\?id=/);
  return new URL(phone.url()).searchParams.get("id")!;
}

/** Confirmed articles (6) and informed members (9) of this year, as the officer's page says. */
async function unitNumbers(officer: Page): Promise<{ articles: number; members: number }> {
  await officer.goto(`/desk/dashboard?from=${new Date().getFullYear()}-01-01`);
  await officer.getByText(dashboardTexts.allNumbers).click();
  const confirmed = async (row: RegExp) => {
    const cell = officer.getByRole("region", { name: dashboardTexts.allNumbers }).getByRole("row", { name: row }).getByRole("cell").nth(1);
    return Number((await cell.textContent())!.replace(/\D/g, ""));
  };
  return { articles: await confirmed(/^6\. /), members: await confirmed(/^9\. /) };
}
