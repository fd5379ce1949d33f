import { articleOfDraft, emptyArticleDraft } from "@/components/article/article-draft";
import { planOf } from "@/components/campaigns/plan-draft";
import { sessionOfDraft } from "@/components/help-session/session-of-draft";
import { Draft, newOutcome } from "@/components/help-session/draft";
import { emptyVisitDraft, visitOfDraft } from "@/components/households/visit-draft";
import { emptyEventDraft, eventOfDraft } from "@/components/outreach-event/event-draft";
import { readAttendant } from "@/components/outreach-event/scanned-cards";
import { attendanceOfDraft, draftOfAttendance } from "@/components/shift/attendance-draft";
import { AnswerReview, ReviewEntry } from "@/lib/domain/command/command";
import { duplicateKeysOf } from "@/lib/domain/entry/duplicates";
import { checkGuide } from "@/lib/domain/guide/check-guide";
import { parseCampaign } from "@/lib/domain/household/campaign";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import { readRecord } from "@/lib/domain/import/read-record";
import { fieldsOf, type RecordKind } from "@/lib/domain/import/record-fields";
import type { Refusal } from "@/lib/domain/refusal";
import { refusalsOf } from "@/lib/domain/refusals-of";
import type { Result } from "@/lib/domain/result";
import { RuleChange } from "@/lib/domain/rules/rule-change";
import { checkShift } from "@/lib/domain/shift/check-shift";
import { Shift } from "@/lib/domain/shift/shift";
import { SurveyResponse } from "@/lib/domain/survey/survey-response";
import { readTarget } from "@/lib/domain/targets/target-value";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import { ChangeClient } from "@/lib/protocol/clients";
import { ClosePeriod } from "@/lib/protocol/periods";
import { ReportAction } from "@/lib/protocol/reports";
import { RateChange } from "@/lib/protocol/shifts";
import { SurveyPointChange } from "@/lib/protocol/survey-points";
import { teamUnit } from "@/tests/factories/command-context";
import { makeAnswer, makeReview } from "@/tests/factories/commands";
import { makeId } from "@/tests/factories/help-session";
import { makeKnownHousehold } from "@/tests/factories/household-visit";
import { makeArticle } from "@/tests/factories/outreach";
import { makeAttendance } from "@/tests/factories/shifts";
import { decisions } from "./decisions";
import { requests } from "./requests";
import { cards, people } from "./try-everything";
import { makeDraft, makeDraftDossier, now } from "../screens/make-draft";

/** Something that people fill in, and what is said about it. */
export type Form = {
  /** Filled in as it may be saved; empty where a row names what is done. */
  readonly filled: object;
  /** The very check that stands behind the form's button; with what a row changes in `filled`. */
  check(content: never): readonly Refusal[] | Promise<readonly Refusal[]>;
  /** Where its fields are drawn; none where all is said in one place. */
  readonly drawnIn: readonly string[];
  /** What may be typed, where that is not every text. */
  readonly typed?: readonly string[];
};

const problemsOf = <Value>(result: Result<Value, readonly Refusal[]>) => (result.ok ? [] : result.error);
const today = LocalDate.parse("2026-08-07");
const notice = { now, noticeVersion: 1 };
const here = makeId();

const visit = {
  ...emptyVisitDraft({ outcomeId: makeId(), unitId: teamUnit, campaignId: makeId(), now, household: makeKnownHousehold(), isNew: false }),
  result: "informed" as const,
  hasAccount: "yes" as const,
  consent: { purposes: ["record" as const], method: "readAloud" as const, givenAt: now, guardian: "" },
};
const event = { ...emptyEventDraft({ newId: makeId, unitId: teamUnit, now }), type: "talk" as const, title: "Nộp hồ sơ", placeName: "Nhà văn hoá", audience: "residents" as const, youth: "19" };
const article = { ...emptyArticleDraft({ newId: makeId, unitId: teamUnit, now }), url: "https://doanphuocloc.vn/tin/2", title: "Ra quân", publisher: "Đoàn xã" };
const recordedArticle = { id: makeId(), status: "submitted", title: "Đã ghi", keys: duplicateKeysOf(makeArticle({ url: "https://doanphuocloc.vn/tin/1" })) } as unknown as EntrySummary;

async function scanned(content: { text: string }): Promise<Refusal[]> {
  const read = parseCardQr(content.text, today);
  return read.ok ? [] : [{ code: read.error }];
}

async function attended({ first, text }: { first: string; text: string }): Promise<Refusal[]> {
  const days = { today, eventDay: today };
  const before = await readAttendant(first, { salt: "s", cards: [] }, days);
  const read = await readAttendant(text, { salt: "s", cards: before.ok ? [before.value] : [] }, days);
  return read.ok ? [] : [{ code: read.error }];
}

function planned(shift: object): readonly Refusal[] {
  const parsed = Shift.safeParse(shift);
  if (!parsed.success) return refusalsOf(parsed.error, shift);
  return checkShift(parsed.data, new Set([here, people.busy]), [{ personId: people.busy, startsAt: "07:30", endsAt: "11:30" }]);
}

const parsedBy = (schema: { safeParse(input: unknown): { success: true } | { success: false; error: unknown } }) => (content: object) => {
  const parsed = schema.safeParse(content);
  return parsed.success ? [] : refusalsOf(parsed.error as never, content);
};

function targeted({ count, rate }: { count: string; rate: string }): Refusal[] {
  const read = { count: readTarget(count, "online_dossiers"), rate: readTarget(rate, "online_rate") };
  return Object.entries(read).flatMap(([field, value]) => (value.ok ? [] : [{ code: value.error, field }]));
}

/** As the form reads an amount before it asks. */
const rated = ({ amount, ...rate }: { amount: string }) => {
  const digits = amount.replace(/[.\s]/g, "");
  return parsedBy(RateChange)({ ...rate, amount: /^\d+$/.test(digits) ? Number(digits) : undefined });
};

/** A row of a file, field by field. */
const rowOf = (kind: RecordKind) => (texts: Record<string, string>) => {
  const mapping = Object.fromEntries(fieldsOf(kind).map((field, column) => [field, column]));
  const read = readRecord(kind, mapping, { rowNumber: 7, cells: fieldsOf(kind).map((field) => texts[field] ?? "") });
  return read === "skip" || read.ok ? [] : read.error.map(({ code, field }) => ({ code, field }));
};

export const forms = {
  helpSession: {
    filled: makeDraft({ outcomes: [newOutcome(makeId(), "accountLinked"), makeDraftDossier(), newOutcome(makeId(), "guidanceGiven")] }),
    check: (draft: Draft) => problemsOf(sessionOfDraft(draft, notice)),
    drawnIn: ["components/help-session", "components/phone/form"],
  },
  visit: {
    filled: { ...visit, mayBeDouble: false },
    check: ({ mayBeDouble, ...draft }: typeof visit & { mayBeDouble: boolean }) => problemsOf(visitOfDraft(draft, { ...notice, mayBeDouble })),
    drawnIn: ["components/households", "components/phone/form"],
    typed: ["household.head", "household.address", "comeBackOn"],
  },
  event: { filled: event, check: (draft: typeof event) => problemsOf(eventOfDraft(draft, now)), drawnIn: ["components/outreach-event"] },
  article: { filled: article, check: (draft: typeof article) => problemsOf(articleOfDraft(draft, now, [recordedArticle])), drawnIn: ["components/article"] },
  attendance: {
    filled: draftOfAttendance(makeAttendance("2026-08-06", { shiftId: makeId() }), teamUnit),
    check: (draft: ReturnType<typeof draftOfAttendance>) => problemsOf(attendanceOfDraft(draft, now)),
    drawnIn: ["components/shift"],
  },
  answer: { filled: makeAnswer(makeId(), 2), check: parsedBy(AnswerReview), drawnIn: ["components/phone/ask-leader.tsx"] },
  survey: {
    filled: { id: makeId(), code: "7KQ2M9XB", answeredOn: today, channel: "own", answers: { satisfaction: "satisfied", able: "yes", asked: "no" } },
    check: parsedBy(SurveyResponse),
    drawnIn: [],
    typed: ["code"],
  },
  scanner: { filled: { text: cards.good }, check: scanned, drawnIn: [] },
  attendanceScanner: { filled: { first: cards.good, text: cards.ofSomebodyElse }, check: attended, typed: ["text"], drawnIn: [] },
  decision: { filled: {}, check: ({ of }: { of: keyof typeof decisions }) => (of ? decisions[of]() : []), drawnIn: [] },
  request: { filled: {}, check: ({ of }: { of: keyof typeof requests }) => (of ? requests[of]() : []), drawnIn: [] },
  guide: { filled: { title: "Nộp hồ sơ", markdown: "1. Mở ứng dụng" }, check: checkGuide, drawnIn: ["components/guides/desk"] },
  shiftPlan: {
    filled: { id: makeId(), unitId: teamUnit, placeId: makeId(), day: "2026-08-18", startsAt: "07:30", endsAt: "11:30", personIds: [here] },
    check: planned,
    drawnIn: ["components/shift-desk"],
    // The browser asks for day and times itself.
    typed: [],
  },
  campaign: {
    filled: {
      id: makeId(), unitId: teamUnit, name: "Ra quân", from: "2026-08-01", through: "2026-08-31", goal: "300",
      areas: [{ areaId: makeId(), teamId: makeId(), householdCount: "80" }, { areaId: makeId(), teamId: makeId(), householdCount: "70" }],
    },
    check: (draft: Parameters<typeof planOf>[0]) => problemsOf(parseCampaign(planOf(draft))),
    drawnIn: ["components/campaigns"],
  },
  dossierRow: {
    filled: { code: "H08.21-260807-0042", receivedOn: "07/08/2026", service: "Đăng ký khai sinh", channel: "Trực tuyến", paidOnline: "x", status: "Đã trả", applicantNumber: "052095001234" },
    check: rowOf("dossier"),
    drawnIn: [],
    typed: ["code", "receivedOn", "service", "channel", "paidOnline", "status", "applicantNumber"],
  },
  accountRow: {
    filled: { number: "052095001234", createdOn: "07/08/2026", linkedOn: "08/08/2026", transactions: "3" },
    check: rowOf("account"),
    drawnIn: [],
    typed: ["number", "createdOn", "linkedOn", "transactions"],
  },
  memberRow: {
    filled: { number: "052095001234", unit: "Đoàn xã Phước Lộc", joinedOn: "26/03/2020", leftOn: "", publicEmployee: "" },
    check: rowOf("member"),
    drawnIn: [],
    typed: ["number", "unit", "joinedOn", "leftOn", "publicEmployee"],
  },
  targetCell: { filled: { count: "48.000", rate: "40 %" }, check: targeted, drawnIn: [] },
  // Reason and note are checked together with the step; here is what may be typed.
  reviewNote: { filled: makeReview(makeId(), 2, "return", { reason: "needsExplanation", note: "Nói thêm", field: "place" }), check: parsedBy(ReviewEntry), drawnIn: [], typed: ["note"] },
  allowanceRate: { filled: { unitId: teamUnit, memberKind: "volunteer", amount: "60.000", validFrom: "2026-08-01" }, check: rated, drawnIn: [], typed: ["amount", "validFrom"] },
  ruleDay: { filled: { rule: "schemeStart", date: "2022-05-01" }, check: parsedBy(RuleChange), drawnIn: [], typed: ["date"] },
  closedPeriod: { filled: { id: makeId(), from: "2026-07-01", through: "2026-07-31" }, check: parsedBy(ClosePeriod), drawnIn: [], typed: ["from", "through"] },
  publication: { filled: { action: "publish", id: makeId(), expectedVersion: 1, number: "12-BC/TĐTN" }, check: parsedBy(ReportAction), drawnIn: [], typed: ["number"] },
  programKey: { filled: { change: "create", id: makeId(), name: "IOC" }, check: parsedBy(ChangeClient), drawnIn: [], typed: ["name"] },
  surveyPoint: { filled: { action: "retire", code: "7KQ2M9XB" }, check: parsedBy(SurveyPointChange), drawnIn: [], typed: ["code"] },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof forms;

