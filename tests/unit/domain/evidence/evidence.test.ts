import { describe, expect, test } from "vitest";
import { checkDecision, type DecidedOutcome } from "@/lib/domain/evidence/decide-evidence";
import { batchDayOf, batchMomentOf } from "@/lib/domain/evidence/friday-batch";
import { evidencePartOf, type CheckedOutcome } from "@/lib/domain/evidence/permission";
import { findWord, readVerdict } from "@/lib/domain/evidence/read-verdict";
import { parseRowKey, rowKeyOf } from "@/lib/domain/evidence/row-key";
import type { Actor, RoleAssignment } from "@/lib/domain/people/actor";
import { settle, type Claim, type CountingVersion } from "@/lib/domain/report/standing";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);
const today = day("2026-08-20");

describe("the Friday batch", () => {
  test.each([["2026-08-20", "2026-08-14"], ["2026-08-21", "2026-08-21"], ["2026-08-22", "2026-08-21"], ["2026-08-27", "2026-08-21"]])("on %s is of %s", (now, friday) => {
    expect(batchDayOf(day(now))).toBe(friday);
  });
  test("takes what was confirmed before that day began in Vietnam", () => expect(batchMomentOf(day("2026-08-21"))).toBe("2026-08-20T17:00:00.000Z"));
});

describe("who may say whether an outcome is true", () => {
  const actor = (...assignments: (Omit<RoleAssignment, "validFrom"> & { validFrom?: string })[]): Actor =>
    ({ provinceId: "p", userId: "me", active: true, assignments: assignments.map((held) => ({ ...held, validFrom: day(held.validFrom ?? "2022-05-01") })) });
  const outcome = (changes: Partial<CheckedOutcome> = {}): CheckedOutcome =>
    ({ checker: "police", authorId: "somebody", happenedOn: day("2026-08-07"), unitPathOn: () => ["province", "district", "team"], areaPath: ["hamlet", "commune"], ...changes });

  test.each([
    ["a verifier of the commune decides", actor({ role: "policeVerifier", areaId: "commune" }), outcome(), "decide"],
    ["a verifier of the whole province decides", actor({ role: "policeVerifier", unitId: "province" }), outcome({ areaPath: [] }), "decide"],
    ["a helper proposes", actor({ role: "policeHelper", areaId: "commune" }), outcome(), "propose"],
    ["who is both decides", actor({ role: "policeHelper", areaId: "commune" }, { role: "policeVerifier", areaId: "commune" }), outcome(), "decide"],
    ["a verifier of another commune hears nothing", actor({ role: "policeVerifier", areaId: "other" }), outcome(), "unknownOrForbidden"],
    ["nobody's place is no area's", actor({ role: "policeVerifier", areaId: "commune" }), outcome({ areaPath: [] }), "unknownOrForbidden"],
    ["a role that has not begun is none", actor({ role: "policeVerifier", areaId: "commune", validFrom: "2026-08-21" }), outcome(), "unknownOrForbidden"],
    ["a role that ended is none", actor({ role: "policeVerifier", areaId: "commune", validTo: day("2026-08-20") }), outcome(), "unknownOrForbidden"],
    ["a disabled verifier hears nothing", { ...actor({ role: "policeVerifier", areaId: "commune" }), active: false }, outcome(), "unknownOrForbidden"],
    ["a verifier never decides an own entry", actor({ role: "policeVerifier", areaId: "commune" }), outcome({ authorId: "me" }), "ownEntry"],
    ["a helper never proposes for an own team", actor({ role: "policeHelper", areaId: "commune" }, { role: "volunteer", unitId: "team" }), outcome(), "ownTeam"],
    ["nor for a team left after the day", actor({ role: "policeHelper", areaId: "commune" }, { role: "leader", unitId: "district", validTo: day("2026-08-10") }), outcome(), "ownTeam"],
    ["nor for a team joined since", actor({ role: "policeHelper", areaId: "commune" }, { role: "volunteer", unitId: "team", validFrom: "2026-08-15" }), outcome(), "ownTeam"],
    ["a team left before is no own one", actor({ role: "policeHelper", areaId: "commune" }, { role: "volunteer", unitId: "team", validTo: day("2026-08-01") }), outcome(), "propose"],
    ["an officer above decides about an article", actor({ role: "officer", unitId: "district" }), outcome({ checker: "officer" }), "decide"],
    ["a leader doesn't", actor({ role: "leader", unitId: "team" }), outcome({ checker: "officer" }), "unknownOrForbidden"],
    ["the police doesn't", actor({ role: "policeVerifier", areaId: "commune" }), outcome({ checker: "officer" }), "unknownOrForbidden"],
    ["an officer doesn't confirm for the police", actor({ role: "officer", unitId: "district" }), outcome(), "unknownOrForbidden"],
  ])("%s", (_, who, what, expected) => {
    const part = evidencePartOf(who, what, today);
    expect(part.ok ? part.value : part.error).toBe(expected);
  });
});

describe("a decision", () => {
  const open: DecidedOutcome = { kind: "vneidActivated", revision: 2, isOpen: true };
  const at = { userId: "me", now: "2026-08-20T03:01:00.000Z" };
  const standing = { id: "word", by: "me", at: "2026-08-20T03:00:00.000Z" };
  const check = (outcome: DecidedOutcome, decision: Parameters<typeof checkDecision>[1]) => {
    const checked = checkDecision(outcome, decision, at);
    return checked.ok ? "ok" : checked.error;
  };

  test("is about the revision and the word that were read", () => {
    expect(check(open, { revision: 2, verdict: "confirmed" })).toBe("ok");
    expect(check(open, { revision: 1, verdict: "confirmed" })).toBe("versionConflict");
    expect(check({ ...open, isOpen: false }, { revision: 2, verdict: "confirmed" })).toBe("versionConflict");
    expect(check({ ...open, standing }, { revision: 2, verdict: "confirmed" })).toBe("versionConflict");
    expect(check({ ...open, standing }, { revision: 2, verdict: "confirmed", over: "word" })).toBe("ok");
  });

  test("is taken back by whoever made it, while it is fresh", () => {
    expect(check({ ...open, standing }, { revision: 2, verdict: "withdrawn", over: "word" })).toBe("ok");
    expect(check({ ...open, standing: { ...standing, by: "other" } }, { revision: 2, verdict: "withdrawn", over: "word" })).toBe("versionConflict");
    expect(check({ ...open, standing: { ...standing, at: "2026-08-20T02:59:00.000Z" } }, { revision: 2, verdict: "withdrawn", over: "word" })).toBe("undoTooLate");
    expect(check(open, { revision: 2, verdict: "withdrawn" })).toBe("versionConflict");
  });
});

describe("words of a file", () => {
  test.each(["xác nhận", "Xác Nhận", "XAC NHAN", "  đã xác nhận. ", "x", "X", "✓", "xn", "có", "Đúng"])("'%s' confirms", (text) => {
    expect(readVerdict(text)).toEqual({ ok: true, value: "confirmed" });
  });
  test.each(["từ chối", "Tu choi", "TỪ CHỐI", "không", "không xác nhận", "chưa xác nhận", "t", "sai", "từ chối (hỏi lại)"])("'%s' refuses", (text) => {
    expect(readVerdict(text)).toEqual({ ok: true, value: "refused" });
  });
  test.each(["", "  ", "-"])("'%s' decides nothing", (text) => expect(readVerdict(text)).toEqual({ ok: true, value: undefined }));
  test.each(["có lẽ", "?? chờ", "xem lại", "2"])("'%s' is asked about", (text) => expect(readVerdict(text)).toEqual({ ok: false, error: "verdictUnknown" }));

  test("a reason is found by its words, however typed, or by its number", () => {
    const offered = ["Chưa kích hoạt mức 2", "Không tìm thấy người này"];
    expect(["CHUA KICH HOAT MUC 2", " không tìm thấy  người này.", "2", "3", "khác"].map((text) => findWord(text, offered))).toEqual([0, 1, 1, -1, -1]);
  });

  test("a row's key is read back, and nothing else is", () => {
    const key = { outcomeId: "0190a000-0000-7000-8000-000000000001", revision: 3 };
    expect(parseRowKey(` ${rowKeyOf(key).toUpperCase()} `)).toEqual(key);
    expect(["", "0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000001/0", "x/1"].map(parseRowKey)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

test("a word that was taken back leaves the outcome waiting", () => {
  const versions: CountingVersion[] = [{
    indicator: "vneid_accounts", validFrom: day("2022-05-01"), windowFrom: day("2022-05-01"), outcomeKinds: ["vneidActivated"], onlineOnly: false,
    oncePerSubject: true, evidence: "police",
  }];
  const claim: Claim = {
    outcomeId: "one", kind: "vneidActivated", unitId: "team", status: "confirmed", happenedOn: day("2026-08-07"), quantity: 1, indicators: ["vneid_accounts"],
    claimedAt: "2026-08-07T03:00:00.000Z",
  };
  const rules = { schemeStart: day("2022-05-01") };
  expect(settle([claim], versions, rules).get("one")).toEqual({ standing: "awaitingPolice", matched: [] });
  expect(settle([{ ...claim, police: "confirmed" }], versions, rules).get("one")).toEqual({ standing: "confirmedByPolice", matched: ["vneid_accounts"] });
});
