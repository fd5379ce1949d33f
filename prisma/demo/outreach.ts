import type { Command } from "../../lib/domain/command/command";
import { Article } from "../../lib/domain/entry/article";
import { audiences, eventTypes, OutreachEvent } from "../../lib/domain/entry/outreach-event";
import { localDateOf } from "../../lib/domain/time/local-date";
import { createActing, type Act } from "./acting";
import { createDice, type Dice } from "./invented";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";
import type { DemoUnit } from "./units";

const day = 24 * 60 * 60 * 1000;

type Content = OutreachEvent | Article;
type Recorded = { readonly entryId: string; readonly at: number; readonly author: DemoPerson; readonly content: Content };
type Reviewers = { readonly leader: DemoPerson; readonly officer: DemoPerson | undefined };

/** What becomes of an entry; most are confirmed, and each end occurs. */
const ends = [
  "confirmed", "confirmed", "returned", "confirmed", "amended", "confirmed", "refused", "confirmed", "submitted", "withdrawn", "overturned", "reopened",
] as const;

/** Events of the last weeks, articles of the year, and what leaders and officers decided about them. */
export async function recordOutreach(provinceId: string, { people, units }: { people: readonly DemoPerson[]; units: readonly DemoUnit[] }): Promise<void> {
  const act = createActing(provinceId, people);
  const dice = createDice(410);
  const morning = Math.floor(Date.now() / day) * day + 2 * 60 * 60 * 1000; // 09:00 in Vietnam
  let turn = 0;
  for (const author of people.filter(({ role }) => role === "volunteer")) {
    const leader = people.find(({ role, unitId }) => role === "leader" && unitId === author.unitId);
    const officer = people.find(({ role, unitId }) => role === "officer" && isAbove(unitId, author.unitId, units));
    for (const [daysAgo, invent] of plan) {
      const at = morning - (daysAgo + dice.below(3)) * day;
      const recorded = { entryId: newId(), at, author, content: invent(dice, at, author) };
      await act(author, at, [recordOf(recorded, author.unitId!)]);
      if (leader) await finish(ends[turn++ % ends.length]!, recorded, { leader, officer }, act, dice);
    }
  }
  await recordOddOnes(people, units, morning, act, dice);
}

const plan: readonly (readonly [daysAgo: number, invent: (dice: Dice, at: number, author: DemoPerson) => Content])[] = [
  ...[140, 110, 80, 55, 30, 10].map((daysAgo) => [daysAgo, inventArticle] as const),
  ...[45, 20, 5].map((daysAgo) => [daysAgo, inventEvent] as const),
];

/** The same link by two people, and an event of somebody for a team they don't belong to. */
async function recordOddOnes(people: readonly DemoPerson[], units: readonly DemoUnit[], morning: number, act: Act, dice: Dice) {
  const team = units.find(({ name }) => name === "Đội tình nguyện xã Phước Lộc")!;
  const url = "https://baobinhdinh.example/viewer.aspx?macm=1&macmp=2&mabb=260001";
  for (const [login, link] of [["thaonguyen", url], ["minhquan", `https://www.${url.slice("https://".length)}&utm_source=zalo`]] as const) {
    const author = people.find((person) => person.login === login)!;
    const article = { ...inventArticle(dice, morning - 2 * day, author), url: link, title: "Thanh niên Phước Lộc giúp dân nộp hồ sơ tại nhà", publisher: "Báo Bình Định" };
    await act(author, morning - day, [recordOf({ entryId: newId(), at: morning - day, author, content: Article.parse(article) }, team.id)]);
  }
  const stranger = people.find(({ login }) => login === "hamy")!;
  const content = inventEvent(dice, morning - 2 * day, stranger);
  await act(stranger, morning - 2 * day, [recordOf({ entryId: newId(), at: morning - 2 * day, author: stranger, content }, team.id)]);
}

async function finish(end: (typeof ends)[number], entry: Recorded, { leader, officer }: Reviewers, act: Act, dice: Dice): Promise<void> {
  const { author, at, content } = entry;
  if (end === "submitted") return;
  if (end === "withdrawn") return void (await act(author, at + 60_000, [command(entry, 1, { type: "withdrawEntry" })]));
  const byLeader = (details: object) => act(leader, at + day, [command(entry, 1, { type: "reviewEntry", ...details })]);
  if (end === "refused") return void (await byLeader({ action: "refuse", reason: "offTopic", note: "Nội dung nói về việc khác." }));
  if (end === "returned" || end === "amended") {
    await byLeader(content.kind === "article"
      ? { action: "return", reason: "wrongLink", field: "url", note: "Bấm vào thì không mở được, bạn chép lại giúp." }
      : { action: "return", reason: "wrongAttendance", field: "attendance.youth", note: "Bạn đếm lại số đoàn viên giúp." });
    if (end === "amended") await act(author, at + 2 * day, [command(entry, 2, { type: "amendEntry", content: repaired(content, dice) })]);
    return;
  }
  await byLeader({ action: "confirm" });
  if (end === "confirmed" || !officer) return;
  const note = content.kind === "article" ? "Bài đã bị gỡ." : "Xã báo lại: buổi này ít người hơn.";
  await act(officer, at + 2 * day, [command(entry, 2, { type: "reviewEntry", action: end === "overturned" ? "overturn" : "reopen", note })]);
}

function repaired(content: Content, dice: Dice): Content {
  if (content.kind === "article") return { ...content, url: `${content.url}-${dice.below(1000)}` };
  return { ...content, attendance: { ...content.attendance, youth: Math.max(1, content.attendance.youth - 3) } };
}

const sites = ["tinhdoan.example", "baobinhdinh.example", "facebook.example"] as const;
const headlines = [
  "Ra quân hỗ trợ người dân dùng dịch vụ công trực tuyến", "Một ngày ở bộ phận Một cửa cùng đội tình nguyện",
  "Đến từng nhà hướng dẫn kích hoạt VNeID", "Đoàn viên giúp người cao tuổi nộp hồ sơ trực tuyến",
] as const;

function inventArticle(dice: Dice, at: number, { unit = "" }: DemoPerson): Article {
  const site = dice.pick(sites);
  return Article.parse({
    kind: "article",
    happenedAt: new Date(at).toISOString(),
    url: `https://${site}/tin/${dice.below(1_000_000_000)}`,
    title: dice.pick(headlines),
    publisher: site.startsWith("facebook") ? `Facebook ${unit.replace("Đội tình nguyện", "Đoàn")}` : site,
    publishedOn: localDateOf(new Date(at).toISOString()),
    outcomes: [{ id: newId(), kind: "articlePublished" }],
  });
}

const talks = ["Nộp hồ sơ tại nhà, không phải đi xa", "Một tài khoản VNeID cho mọi dịch vụ", "Thanh toán trực tuyến an toàn", "Thi tìm hiểu dịch vụ công trực tuyến"] as const;
const halls = ["Nhà văn hoá thôn", "Hội trường UBND xã", "Trường THPT", "Khu công nghiệp"] as const;

function inventEvent(dice: Dice, at: number, { unit = "" }: DemoPerson): OutreachEvent {
  return OutreachEvent.parse({
    kind: "outreachEvent",
    happenedAt: new Date(at).toISOString(),
    type: dice.pick(eventTypes),
    title: dice.pick(talks),
    placeName: `${dice.pick(halls)}, ${unit.replace("Đội tình nguyện ", "")}`,
    audience: dice.pick(audiences),
    attendance: { method: dice.chance(0.4) ? "scan" : "count", youth: 8 + dice.below(50), others: dice.below(30) },
    outcomes: [{ id: newId(), kind: "eventHeld" }],
  });
}

function recordOf({ entryId, at, content }: Recorded, unitId: string): Command {
  return { id: newId(), type: "recordEntry", entryId, unitId, issuedAt: new Date(at).toISOString(), content } as Command;
}

function command({ entryId, at }: Recorded, expectedVersion: number, details: object): Command {
  return { id: newId(), entryId, expectedVersion, issuedAt: new Date(at).toISOString(), ...details } as Command;
}

function isAbove(upper: string | undefined, lower: string | undefined, units: readonly DemoUnit[]): boolean {
  for (let unit = units.find(({ id }) => id === lower); unit; unit = units.find(({ id }) => id === unit?.parentId)) {
    if (unit.id === upper) return true;
  }
  return false;
}
