import { describe, expect, it } from "vitest";
import { Article } from "@/lib/domain/entry/article";
import { checkEntry, checkHappenedAt, happenedOnOf } from "@/lib/domain/entry/check-entry";
import { EntryContent } from "@/lib/domain/entry/entry-content";
import { titleOfEntry } from "@/lib/domain/entry/entry-title";
import { flagsOf } from "@/lib/domain/entry/flags";
import { HouseholdVisit } from "@/lib/domain/entry/household-visit";
import { OutreachEvent } from "@/lib/domain/entry/outreach-event";
import { ShiftAttendance } from "@/lib/domain/entry/shift-attendance";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { makeConsent, makeHelpSession, makeId } from "@/tests/factories/help-session";
import { makeArticle, makeEvent } from "@/tests/factories/outreach";

const now = "2026-08-07T03:00:00.000Z";
const said = (content: EntryContent) => checkEntry(content).map(({ code, field }) => `${code} ${field}`);

function makeVisit(changes: object = {}) {
  const household = { id: makeId(), areaId: makeId(), head: "Nguyễn Thị Sáu", address: "Tổ 4" };
  const outcomes = [{ id: makeId(), kind: "householdInformed" }];
  return HouseholdVisit.parse({ kind: "householdVisit", happenedAt: now, household, result: "informed", hasAccount: true, consent: makeConsent(), outcomes, ...changes });
}

function makeAttendance(changes: object = {}) {
  const outcomes = [{ id: makeId(), kind: "shiftAttended" }];
  return ShiftAttendance.parse({ kind: "shiftAttendance", happenedAt: "2026-08-07T00:30:00.000Z", placeId: makeId(), placeName: "Một cửa xã Phước Lộc", outcomes, ...changes });
}

const bare = { id: makeId(), areaId: makeId() };

describe("an entry may be saved", () => {
  it.each<[string, EntryContent]>([
    ["of a help session", makeHelpSession()],
    ["of a household that was informed", makeVisit()],
    ["of a household where nobody was", makeVisit({ household: bare, result: "absent", outcomes: [], consent: undefined, comeBackOn: "2026-08-09" })],
    ["of an event by number", makeEvent()],
    ["of an event with others only", makeEvent({ attendance: { method: "scan", youth: 0, others: 3 } })],
    ["of an article", makeArticle()],
    ["of somebody who checked in", makeAttendance()],
    ["of somebody who checked out", makeAttendance({ checkedOutAt: "2026-08-07T04:30:00.000Z" })],
  ])("%s", (_, content) => expect(said(content)).toEqual([]));
});

describe("an entry is refused at the field that is wrong", () => {
  it.each<[string, EntryContent, string[]]>([
    ["an informed household without its head", makeVisit({ household: bare }), ["required household.head"]],
    ["a name that nobody agreed to", makeVisit({ consent: undefined }), ["consentMissing consent.purposes"]],
    ["a name with consent to something else only", makeVisit({ consent: makeConsent({ purposes: ["verify"] }) }), ["consentMissing consent.purposes"]],
    ["an outcome where nobody was met", makeVisit({ household: bare, result: "moved", consent: undefined }), ["malformed outcomes"]],
    ["no outcome where somebody was", makeVisit({ outcomes: [] }), ["malformed outcomes"]],
    ["a day to come again before the visit", makeVisit({ household: bare, result: "absent", outcomes: [], consent: undefined, comeBackOn: "2026-08-06" }), ["comeBackInPast comeBackOn"]],
    ["an event that nobody attended", makeEvent({ attendance: { method: "count", youth: 0, others: 0 } }), ["attendanceMissing attendance.youth"]],
    ["a shift that ends before it begins", makeAttendance({ checkedOutAt: "2026-08-07T00:30:00.000Z" }), ["checkOutBeforeCheckIn checkedOutAt"]],
    ["a shift longer than a day's work", makeAttendance({ checkedOutAt: "2026-08-07T16:30:00.001Z" }), ["shiftTooLong checkedOutAt"]],
  ])("%s", (_, content, expected) => expect(said(content)).toEqual(expected));

  const fieldsOf = (schema: typeof OutreachEvent | typeof Article, shape: object) => {
    const parsed = schema.safeParse(shape);
    return parsed.success ? [] : refusalsOf(parsed.error, shape).map(({ code, field }) => `${code} ${field}`);
  };

  it.each<[string, object, string]>([
    ["no title", { title: "  " }, "required title"],
    ["a title that never ends", { title: "x".repeat(201) }, "tooLong title"],
    ["no place", { placeName: "" }, "required placeName"],
    ["half a person", { attendance: { method: "count", youth: 1.5, others: 0 } }, "malformed attendance.youth"],
    ["fewer than nobody", { attendance: { method: "count", youth: 1, others: -1 } }, "malformed attendance.others"],
    ["more people than live here", { attendance: { method: "count", youth: 100_001, others: 0 } }, "malformed attendance.youth"],
    ["an unknown type", { type: "concert" }, "malformed type"],
    ["who attended", { attendance: { method: "scan", youth: 1, others: 0, cards: ["052095001234"] } }, "malformed attendance"],
  ])("an event with %s", (_, changes, expected) => expect(fieldsOf(OutreachEvent, { ...makeEvent(), ...changes })).toEqual([expected]));

  it.each<[string, object, string]>([
    ["no link", { url: "" }, "required url"],
    ["no address as link", { url: "xem trên trang xã" }, "articleUrlMalformed url"],
    ["a link that never ends", { url: `https://a.vn/${"x".repeat(1000)}` }, "tooLong url"],
    ["no title", { title: "" }, "required title"],
    ["no publisher", { publisher: " " }, "required publisher"],
    ["a day that is not in the calendar", { publishedOn: "2026-02-30" }, "malformed publishedOn"],
  ])("an article with %s", (_, changes, expected) => expect(fieldsOf(Article, { ...makeArticle(), ...changes })).toEqual([expected]));
});

describe("the day of an entry", () => {
  it("is that of the event, and of publication for an article", () => {
    expect(happenedOnOf(makeEvent({ happenedAt: "2026-08-05T18:00:00.000Z" }), now)).toBe("2026-08-06");
    expect(happenedOnOf(makeArticle(), now)).toBe("2026-08-05");
  });

  it("is never later than today, whatever a clock says", () => {
    expect(happenedOnOf(makeEvent({ happenedAt: "2026-09-01T00:00:00.000Z" }), now)).toBe("2026-08-07");
    expect(happenedOnOf(makeArticle({ publishedOn: "2026-09-01" }), now)).toBe("2026-08-07");
  });

  it("is asked about where it lies ahead, while somebody can still correct it", () => {
    expect(checkHappenedAt(makeEvent({ happenedAt: "2026-08-07T03:00:01.000Z" }), now)).toEqual([{ code: "happenedInFuture", field: "happenedAt" }]);
    expect(checkHappenedAt(makeArticle({ publishedOn: "2026-08-08" }), now)).toEqual([{ code: "happenedInFuture", field: "publishedOn" }]);
    expect(checkHappenedAt(makeArticle({ publishedOn: "2026-08-07" }), now)).toEqual([]);
  });
});

it.each<[EntryContent, string]>([
  [makeHelpSession(), "Nguyễn Văn An"],
  [makeVisit(), "Nguyễn Thị Sáu"],
  [makeVisit({ household: { ...bare, address: "Tổ 4" } }), "Tổ 4"],
  [makeVisit({ household: bare }), ""],
  [makeEvent(), "Nộp hồ sơ tại nhà"],
  [makeArticle(), "Ra quân giúp người dân nộp hồ sơ trực tuyến"],
  [makeAttendance(), "Một cửa xã Phước Lộc"],
])("an entry is called by whom or what it is about", (content, title) => expect(titleOfEntry(content)).toBe(title));

it("flags no article and no event for having been typed", () => {
  expect(flagsOf(makeArticle(), 0)).toEqual([]);
  expect(flagsOf(makeEvent(), 0)).toEqual([]);
});
