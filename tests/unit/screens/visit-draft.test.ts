import { describe, expect, it } from "vitest";
import { begunVisits, draftKeyOfAmendment, draftKeyOfHousehold, draftKeyOfNew } from "@/components/households/draft-keys";
import { comeBackDays } from "@/components/households/come-back-days";
import { filterHouseholds } from "@/components/households/hamlet-filter";
import { doorOf, nameOf } from "@/components/households/household-name";
import { fieldsOfSearch } from "@/components/households/household-search";
import { positionOf } from "@/components/households/place-memory";
import { draftOfVisit, emptyVisitDraft, isUntouchedVisit, visitOfDraft, withResult, type VisitDraft } from "@/components/households/visit-draft";
import { withDoor } from "@/components/households/with-door";
import { noConsent } from "@/components/phone/form/draft-consent";
import type { HouseholdVisit } from "@/lib/domain/entry/household-visit";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { teamUnit } from "@/tests/factories/command-context";
import { makeId } from "@/tests/factories/help-session";
import { makeHouseholdVisit, makeKnownHousehold } from "@/tests/factories/household-visit";
import { now } from "./make-draft";

const day = (text: string) => text as LocalDate;
const known = makeKnownHousehold();
const empty = emptyVisitDraft({ outcomeId: makeId(), unitId: teamUnit, campaignId: makeId(), now, household: known, isNew: false });
const agreed = { ...noConsent, purposes: ["record" as const, "verify" as const], givenAt: now };
const met: VisitDraft = { ...empty, result: "informed", hasAccount: "yes", consent: agreed };
const newDoor: VisitDraft = { ...empty, household: { ...empty.household, isNew: true, head: "", address: "" } };
const calm = { now, noticeVersion: 1, mayBeDouble: false };

function visitOf(draft: VisitDraft): HouseholdVisit {
  const visit = visitOfDraft(draft, calm);
  if (!visit.ok) throw new Error(JSON.stringify(visit.error));
  return visit.value;
}

const problemsOf = (draft: VisitDraft, moment = calm) => {
  const visit = visitOfDraft(draft, moment);
  return visit.ok ? [] : visit.error.map(({ code, field }) => `${field} ${code}`);
};

describe("a visit that is opened to be amended and saved as it is", () => {
  it.each([
    ["with everything", makeHouseholdVisit({ campaignId: makeId(), hasAccount: true, hasVneid: false })],
    ["where nobody was at home", makeHouseholdVisit({ result: "absent", comeBackOn: day("2026-08-09") })],
    ["where nobody was welcome", makeHouseholdVisit({ result: "refused" })],
    ["of a household that moved", makeHouseholdVisit({ result: "moved" })],
  ])("%s stays the same", (_, visit) => expect(visitOf(draftOfVisit(visit, teamUnit, undefined))).toEqual(visit));
});

describe("what a visit keeps", () => {
  it("has the head and the door of who agreed", () => {
    expect(visitOf(met)).toMatchObject({ household: { id: known.id, head: known.head, address: known.address }, hasAccount: true, consent: { purposes: ["record", "verify"] }, outcomes: [{ kind: "householdInformed" }] });
  });

  it.each(["absent", "refused", "moved"] as const)("has nothing personal when the household was %s, whatever was typed before", (result) => {
    const visit = visitOf({ ...met, result, comeBackOn: "2026-08-09" });
    expect(visit).toMatchObject({ household: { id: known.id, areaId: known.areaId }, result, outcomes: [] });
    expect(Object.keys(visit.household)).toEqual(["id", "areaId"]);
    for (const field of ["consent", "hasAccount", "hasVneid"]) expect(visit).not.toHaveProperty(field);
    expect(visit.comeBackOn).toBe(result === "absent" ? "2026-08-09" : undefined);
  });

  it("names the door of a household that is in no list, and no head without consent", () => {
    const visit = visitOf({ ...newDoor, result: "absent", household: { ...newDoor.household, head: "Lê Thị Hoa", address: " Số 7 " } });
    expect(visit.household).toEqual({ id: known.id, areaId: known.areaId, address: "Số 7" });
  });

  it("happened when its result was first chosen, not when the screen was opened", () => {
    const later = "2026-08-07T04:00:00.000Z";
    const chosen = { ...empty, ...withResult(empty, "absent", later) };
    expect(chosen.happenedAt).toBe(later);
    expect(withResult(chosen, "refused", now)).toEqual({ result: "refused" });
  });
});

it.each<[string, VisitDraft, string[]]>([
  ["no result", empty, ["result required"]],
  ["no head", { ...met, household: { ...met.household, head: " " } }, ["household.head required"]],
  ["a head that is no name", { ...met, household: { ...met.household, head: "Nhà số 5" } }, ["household.head nameHasUnexpectedCharacters"]],
  ["no consent", { ...met, consent: noConsent }, ["consent.purposes consentMissing"]],
  ["no door of a new household", { ...newDoor, result: "moved" }, ["household.address required"]],
  ["a day to come back in the past", { ...empty, result: "absent", comeBackOn: "2026-08-01" }, ["comeBackOn comeBackInPast"]],
])("says what is in the way: %s", (_, draft, expected) => expect(problemsOf(draft)).toEqual(expected));

it("asks why something is recorded that may be there already", () => {
  const asked = { ...calm, mayBeDouble: true };
  expect(problemsOf(met, asked)).toEqual(["duplicateReason duplicateReasonMissing"]);
  expect(problemsOf({ ...met, duplicateReason: "otherPerson" }, asked)).toEqual([]);
  expect(visitOf({ ...met, duplicateReason: "otherPerson" })).not.toHaveProperty("duplicateReason");
});

it("keeps no draft of a door that nobody knocked at", () => {
  expect([empty, newDoor, met, { ...newDoor, household: { ...newDoor.household, address: "7" } }].map(isUntouchedVisit)).toEqual([true, true, false, false]);
});

it("finds visits that were begun in a hamlet, and leads back to them", () => {
  const [area, elsewhere, campaign] = ["a1", "a2", "c1"];
  const drafts = [draftKeyOfHousehold(area, "h1"), draftKeyOfNew(area, "h2"), draftKeyOfHousehold(elsewhere, "h3"), draftKeyOfAmendment("e1"), "record:r1"].map((key) => ({ key, savedAt: now }));
  expect(begunVisits(drafts, campaign, area).map(({ household, isNew, href }) => [household, isNew, href])).toEqual([
    ["h1", false, "/visit?campaign=c1&household=h1"],
    ["h2", true, "/visit?campaign=c1&area=a1&new=h2"],
  ]);
});

it.each([
  ["on a Friday morning", "2026-08-07T02:00:00.000Z", ["Chiều nay 2026-08-07", "Mai 2026-08-08"]],
  ["late on a Friday", "2026-08-07T10:00:00.000Z", ["Mai 2026-08-08"]],
  ["on a Saturday evening", "2026-08-08T12:00:00.000Z", ["Mai 2026-08-09", "Thứ Bảy 2026-08-15"]],
  ["on a Sunday just after midnight", "2026-08-08T17:30:00.000Z", ["Chiều nay 2026-08-09", "Mai 2026-08-10", "Thứ Bảy 2026-08-15"]],
])("offers the days people name %s", (_, moment, expected) => {
  expect(comeBackDays(moment).map(({ label, day: on }) => `${label} ${on}`)).toEqual(expected);
});

it("sorts doors by where they stand, and who asked to come back by day", () => {
  const since = day("2026-08-01");
  const visited = (lastResult: NonNullable<HouseholdVisit["result"]>, comeBackOn?: string) =>
    makeKnownHousehold({ lastResult, lastVisitOn: day("2026-08-05"), ...(comeBackOn ? { comeBackOn: day(comeBackOn) } : {}) });
  const [untouched, done, someDay, sunday, saturday] = [makeKnownHousehold(), visited("informed"), visited("absent"), visited("absent", "2026-08-09"), visited("absent", "2026-08-08")];
  const filtered = filterHouseholds([untouched, done, someDay, sunday, saturday], since);
  expect(filtered).toEqual({ left: [untouched, someDay, sunday, saturday], comeBack: [saturday, sunday, someDay], done: [done] });
});

it.each([
  ["trần thị thu", { head: "Trần Thị Thu", address: "" }],
  ["Trần Thị Thu số 44 tổ 3", { head: "Trần Thị Thu", address: "44 tổ 3" }],
  ["12/3", { head: "", address: "12/3" }],
])("begins a new household from the search for %s", (search, fields) => expect(fieldsOfSearch(search)).toEqual(fields));

it("calls a household by its head, its door, or says that nobody wrote it down", () => {
  expect([nameOf(known), nameOf({ address: "Số 44" }), nameOf({})]).toEqual(["Võ Đình Khải", "Số 44", "Hộ chưa ghi tên"]);
  expect([doorOf(known), doorOf({ address: "Cạnh chợ" }), doorOf({})]).toEqual(["Số 44, Võ Đình Khải", "Cạnh chợ", "Hộ chưa ghi tên"]);
});

it("puts a new door where one meets it on the way", () => {
  const doors = ["Số 1", "Số 3", "Số 9"].map((address) => makeKnownHousehold({ address }));
  const at = (address: string) => withDoor(doors, { id: "new", areaId: known.areaId, address }).findIndex(({ id }) => id === "new");
  expect([at("Số 2"), at("Số 10"), at("")]).toEqual([1, 3, 3]);
  expect(withDoor(doors, { id: doors[0]!.id, areaId: known.areaId, address: "Số 5" })).toBe(doors);
});

it("comes back to the door that was left, or to the one behind it", () => {
  const all = ["a", "b", "c", "d"].map((id) => ({ id }));
  expect(positionOf("c", all, all)).toBe(2);
  expect(positionOf("b", [{ id: "a" }, { id: "d" }], all)).toBe(1);
  expect(positionOf("d", [{ id: "a" }, { id: "b" }], all)).toBe(1);
  expect(positionOf("a", [], all)).toBe(-1);
});
