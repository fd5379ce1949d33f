import fc from "fast-check";
import { Article } from "@/lib/domain/entry/article";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { HelpSession } from "@/lib/domain/entry/help-session";
import { HouseholdVisit } from "@/lib/domain/entry/household-visit";
import { OutreachEvent } from "@/lib/domain/entry/outreach-event";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { evidenceSources } from "@/lib/domain/report/standing";
import { reviewActions } from "@/lib/domain/review/lifecycle";

/**
 * Histories run side by side, a request of one person for all of them, which is what makes many of them fast. Each
 * has its own entries and keys; rules are the province's.
 */
export const histories = 10;

/** Within a history few people, codes, pages and heads, so that claims meet. */
export const numberOf = (history: number, key: number) => ["052095", "052160"][key % 2]! + `${100_000 + history}`;
export const codeOf = (history: number, key: number) => `H08.21-${["260806", "230115", "260815"][key % 3]}-${1000 + history}`;
const headOf = (history: number, key: number) => `${["Nguyễn Thị", "Trần Văn"][key % 2]} ${syllables[history]}`;
const syllables = ["An", "Bình", "Châu", "Dung", "Giang", "Hà", "Khoa", "Lan", "Minh", "Nga"];
const days = ["2022-04-30", "2022-12-31", "2023-02-28", "2026-08-05", "2026-08-06", "2026-08-06", "2026-08-07", "2026-08-11"];
const firstDays = ["2022-01-01", "2022-05-01", "2023-01-01", "2023-03-01", "2026-08-07"];

/** Entries of a history by their slot: the kind of each is fixed, everything else is drawn. */
export const slots = ["helpSession", "helpSession", "helpSession", "householdVisit", "householdVisit", "outreachEvent", "article"] as const;
const slot = fc.nat({ max: slots.length - 1 });
/** Something for each history. */
const forEach = <Value>(one: fc.Arbitrary<Value>, most: number) =>
  fc.tuple(...Array.from({ length: histories }, () => fc.array(one, { minLength: 2, maxLength: most, size: "max" })))
    .map((drawnFor) => drawnFor.flatMap((several, history) => several.map((value) => ({ ...value, history }))));

const drawn = fc.record({
  person: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, null),
  year: fc.constantFrom(1950, 1960, 1995, 1996, 2000, 2011, undefined),
  kinds: fc.uniqueArray(fc.constantFrom("accountOpened", "accountLinked", "vneidActivated", "online", "paper"), { minLength: 1, maxLength: 4 }),
  code: fc.constantFrom(0, 0, 0, 1, 2),
  day: fc.constantFrom(...days),
  one: fc.boolean(),
  youth: fc.constantFrom(0, 1, 19),
});
export type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

/** What somebody does with an entry: records it while there is none, then the author or a reviewer goes on. */
const command = fc.record({
  slot,
  asAuthor: fc.constantFrom("amend", "amend", "amend", "amend", "amend", "amend", "amend", "withdraw", "withdrawConsent"),
  asReviewer: fc.oneof({ weight: 4, arbitrary: fc.constant("confirm") }, { weight: 3, arbitrary: fc.constantFrom(...reviewActions) }),
  team: fc.constantFrom("own", "own", "own", "other"),
  drawn,
});
export type DrawnCommand = { readonly history: number } & (typeof command extends fc.Arbitrary<infer Value> ? Value : never);

const commandsOf = (person: fc.Arbitrary<number>) => fc.record({ type: fc.constant("commands"), person, commands: forEach(command, 6) });

const row = fc.record({
  key: fc.nat({ max: 2 }),
  day: fc.constantFrom(...firstDays, "2026-08-06", "2026-08-06", undefined),
  linked: fc.constantFrom(...firstDays, "2026-08-06", undefined),
  channel: fc.constantFrom("online", "online", "paper", undefined),
});
const importing = fc.record({ type: fc.constant("import"), kind: fc.constantFrom("dossier", "account"), rows: forEach(row, 3) });

/** About one of those outcomes of a history that the source decides about, now and then about another. */
const word = fc.record({ outcome: fc.nat({ max: 20 }), stray: fc.constantFrom(true, ...Array<false>(7).fill(false)), verdict: fc.constantFrom("confirmed", "refused") });
const evidence = fc.record({ type: fc.constant("evidence"), source: fc.constantFrom("police", "officer"), words: forEach(word, 4) });

export const rule = fc.oneof(
  fc.record({ type: fc.constant("rule"), rule: fc.constant("schemeStart"), date: fc.constantFrom(...firstDays) }),
  fc.record({ type: fc.constant("rule"), rule: fc.constant("futureTolerance"), days: fc.constantFrom(0, 1, 30) }),
  fc.record({ type: fc.constant("rule"), rule: fc.constant("unitsNotAllowed"), units: fc.constantFrom([], [], ["teamA"], ["teamB"], ["district"]) }),
  fc.record({ type: fc.constant("rule"), rule: fc.constant("windowFrom"), indicator: fc.constantFrom(...entryIndicators), date: fc.constantFrom(...firstDays) }),
  fc.record({
    type: fc.constant("rule"), rule: fc.constant("evidence"), indicator: fc.constantFrom(...entryIndicators),
    source: fc.constantFrom(...evidenceSources), from: fc.constantFrom(...firstDays),
  }),
);

export const step = fc.oneof({ weight: 6, arbitrary: commandsOf(fc.nat({ max: 3 })) }, { weight: 2, arbitrary: importing }, { weight: 3, arbitrary: evidence }, { weight: 1, arbitrary: rule });
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
export type Importing = Extract<Step, { type: "import" }>;
export type Word = Extract<Step, { type: "evidence" }>;
export type RuleStep = Extract<Step, { type: "rule" }>;

/** Begins with something recorded and decided about: what follows has something to change. Without the bias to small values. */
export const schedules = fc
  .noBias(fc.tuple(commandsOf(fc.constant(0)), commandsOf(fc.constant(1)), commandsOf(fc.constantFrom(2, 3)), fc.array(step, { minLength: 3, maxLength: 8, size: "max" })))
  .map(([first, second, third, rest]) => [first, second, third, ...rest] as Step[]);

type Slot = { readonly history: number; readonly slot: number };

/** Ids are the same in every schedule: it can be run again. */
export function outcomeIdOf({ history: of, slot: at }: Slot, outcome: number): string {
  return `0190b000-0000-7000-8000-000000${of}${at}000${outcome}`;
}

export function entryIdOf({ history: of, slot: at }: Slot): string {
  return `0190b000-0000-7000-9000-0000000000${of}${at}`;
}

export function isOf(history: number, entryId: string): boolean {
  return entryId.at(-2) === String(history);
}

/** What a phone would send of what was drawn, parsed as phone and server do it. */
export function contentOf(at: Slot, { person: who, year, kinds, code, day, one, youth }: Drawn, areaId: string): EntryContent {
  const happenedAt = `${day}T02:00:00.000Z`;
  const consent = { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt: happenedAt, guardian: { name: "Lê Văn Sáu" } };
  const only = (kind: string) => [{ id: outcomeIdOf(at, 0), kind }];
  switch (slots[at.slot]!) {
    case "helpSession": return HelpSession.parse({
      kind: "helpSession", happenedAt, consent, place: { kind: "counter", name: "Một cửa Tuy Phước" },
      subject: {
        id: entryIdOf(at), kind: "person", name: "Nguyễn Văn An", sex: "male", scanned: [],
        ...(who === null ? {} : { personalNumber: numberOf(at.history, who) }), ...(year ? { birth: { precision: "year", year } } : {}),
      },
      outcomes: kinds.map((kind, index) => sessionOutcome(outcomeIdOf(at, index), kind, codeOf(at.history, code + index), one)),
    });
    case "householdVisit": return HouseholdVisit.parse({
      kind: "householdVisit", happenedAt, result: "informed", hasAccount: one, consent,
      household: { id: entryIdOf(at), areaId, head: headOf(at.history, code) }, outcomes: only("householdInformed"),
    });
    case "outreachEvent": return OutreachEvent.parse({
      kind: "outreachEvent", happenedAt, type: "talk", title: "Nộp hồ sơ tại nhà", placeName: "Nhà văn hoá", audience: "residents",
      attendance: { method: "count", youth, others: 4 }, outcomes: only("eventHeld"),
    });
    case "article": return Article.parse({
      kind: "article", happenedAt, url: `https://doanphuocloc.vn/tin/${at.history}/${code % 2}`, title: "Ra quân", publisher: "Đoàn xã", publishedOn: day,
      outcomes: only("articlePublished"),
    });
  }
}

/** On paper there may be no code. */
function sessionOutcome(id: string, kind: string, dossierCode: string, one: boolean): object {
  if (kind !== "online" && kind !== "paper") return { id, kind };
  const code = kind === "online" || one ? { dossierCode } : {};
  return { id, kind: "dossierSubmitted", service: "khai-sinh", portal: "province", channel: kind, paidOnline: false, ...code };
}
