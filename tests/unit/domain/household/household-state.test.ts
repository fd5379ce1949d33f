import { describe, expect, test } from "vitest";
import { householdStateOf, type StandingVisit } from "@/lib/domain/household/household-state";
import { LocalDate } from "@/lib/domain/time/local-date";

const visit = (changes: Partial<StandingVisit> & { day: string }): StandingVisit => {
  const { day, ...rest } = changes;
  return { id: "a", status: "submitted", happenedOn: LocalDate.parse(day), happenedAt: `${day}T03:00:00.000Z`, result: "informed", ...rest };
};

describe("a household", () => {
  test("nobody has been to knows nothing", () => expect(householdStateOf([])).toEqual({ visitCount: 0 }));

  test("is what its last visit found, in whatever order they arrived", () => {
    const visits = [visit({ id: "b", day: "2026-08-07", result: "refused" }), visit({ id: "a", day: "2026-08-05", result: "absent" })];
    expect(householdStateOf(visits)).toEqual({ lastResult: "refused", lastVisitOn: "2026-08-07", visitCount: 2 });
    expect(householdStateOf(visits.toReversed())).toEqual(householdStateOf(visits));
  });

  test("is to be come back to until any later visit", () => {
    const absent = visit({ id: "a", day: "2026-08-05", result: "absent", comeBackOn: LocalDate.parse("2026-08-12") });
    expect(householdStateOf([absent])).toMatchObject({ lastResult: "absent", comeBackOn: "2026-08-12" });
    expect(householdStateOf([absent, visit({ id: "b", day: "2026-08-06", result: "absent" })])).not.toHaveProperty("comeBackOn");
  });

  test("hears nothing of what waits in quarantine or was taken back", () => {
    for (const status of ["quarantined", "refused", "withdrawn", "overturned"] as const) {
      expect(householdStateOf([visit({ day: "2026-08-07", status })])).toEqual({ visitCount: 0 });
    }
    for (const status of ["submitted", "returned", "confirmed", "reopened"] as const) {
      expect(householdStateOf([visit({ day: "2026-08-07", status })])).toMatchObject({ visitCount: 1 });
    }
  });

  test("of two visits on one day believes the later", () => {
    const morning = visit({ id: "z", day: "2026-08-07", result: "absent" });
    const evening = visit({ id: "a", day: "2026-08-07", happenedAt: "2026-08-07T11:00:00.000Z" });
    expect(householdStateOf([morning, evening])).toMatchObject({ lastResult: "informed" });
  });
});
