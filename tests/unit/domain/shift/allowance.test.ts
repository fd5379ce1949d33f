import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeAllowance, type AllowanceRate, type Attendance } from "@/lib/domain/shift/allowance";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);
const [province, district, team, otherTeam] = ["province", "district", "team", "otherTeam"];

let entries = 0;
function attended(changes: Partial<Attendance> = {}): Attendance {
  const date = changes.day ?? day("2026-11-03");
  return {
    entryId: `entry-${String(++entries).padStart(4, "0")}`,
    personId: "hoa",
    memberKind: "volunteer",
    unitPath: [province, district, team],
    day: date,
    planned: true,
    checkedInAt: `${date}T00:30:00.000Z`,
    checkedOutAt: `${date}T04:30:00.000Z`,
    ...changes,
  };
}
const open = { checkedOutAt: undefined as never };
function rate(amount: number, changes: Partial<AllowanceRate> = {}): AllowanceRate {
  return { unitId: province, memberKind: "volunteer", amount, validFrom: day("2026-01-01"), ...changes };
}

describe("the allowance", () => {
  test("is shifts attended times the rate of the person's kind", () => {
    const rows = computeAllowance(
      [attended(), attended({ day: day("2026-11-04") }), attended({ personId: "nam", memberKind: "student" })],
      [rate(100_000), rate(80_000, { memberKind: "student" })],
    );
    expect(rows).toMatchObject([
      { personId: "hoa", shifts: 2, amount: 200_000, lines: [{ rate: 100_000, shifts: 2, amount: 200_000 }], unpaid: [] },
      { personId: "nam", memberKind: "student", shifts: 1, amount: 80_000 },
    ]);
  });

  test("takes the nearest unit's rate, wherever the others are set", () => {
    const rates = [rate(50_000), rate(70_000, { unitId: team }), rate(60_000, { unitId: district }), rate(90_000, { unitId: otherTeam })];
    expect(computeAllowance([attended()], rates)[0]?.amount).toBe(70_000);
    expect(computeAllowance([attended({ unitPath: [province, district] })], rates)[0]?.amount).toBe(60_000);
    expect(computeAllowance([attended({ unitPath: [province] })], rates)[0]?.amount).toBe(50_000);
  });

  test("follows a rate that changes within the month, by the day of the shift", () => {
    const rates = [rate(100_000, { validTo: day("2026-11-15") }), rate(120_000, { validFrom: day("2026-11-15") })];
    const [row] = computeAllowance([attended({ day: day("2026-11-14") }), attended({ day: day("2026-11-15") }), attended({ day: day("2026-11-20") })], rates);
    expect(row).toMatchObject({
      shifts: 3,
      amount: 340_000,
      lines: [{ rate: 100_000, shifts: 1, amount: 100_000 }, { rate: 120_000, shifts: 2, amount: 240_000 }],
    });
  });

  test("a rate that was replaced from its first day on is nobody's", () => {
    const replaced = rate(999_000, { validFrom: day("2026-11-01"), validTo: day("2026-11-01") });
    expect(computeAllowance([attended()], [replaced, rate(100_000)])[0]?.amount).toBe(100_000);
  });

  test("shows who did not check out, and whose kind has no rate, and pays neither", () => {
    const [row] = computeAllowance([attended(open), attended({ day: day("2026-11-05"), memberKind: "volunteer" })], []);
    expect(row).toMatchObject({ shifts: 0, amount: 0, lines: [], unpaid: [{ reason: "notCheckedOut", day: "2026-11-03" }, { reason: "noRate" }] });
  });

  test("pays a planned shift once, by the entry that says when it ended", () => {
    const shiftId = "shift";
    const first = attended({ shiftId, ...open });
    const [row] = computeAllowance([attended({ shiftId, checkedInAt: "2026-11-03T00:40:00.000Z" }), first], [rate(100_000)]);
    expect(row).toMatchObject({ shifts: 1, amount: 100_000, unpaid: [{ entryId: first.entryId, reason: "repeated" }] });
    const both = computeAllowance([attended({ shiftId }), attended({ shiftId, personId: "nam" })], [rate(100_000)]);
    expect(both.map(({ shifts }) => shifts)).toEqual([1, 1]);
  });

  test("an unplanned presence stands for itself and is told apart", () => {
    expect(computeAllowance([attended({ planned: false }), attended({ planned: false })], [rate(100_000)])[0]).toMatchObject({ shifts: 2, unplanned: 2 });
  });

  test("is the same in whatever order the rows come, and pays or names each of them", () => {
    const row = fc.record({
      personId: fc.constantFrom("hoa", "nam"), shiftId: fc.constantFrom("a", "b", undefined), out: fc.boolean(), date: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const all = rows.map(({ personId, shiftId, out, date }) =>
          attended({ personId, day: day(`2026-11-${String(date).padStart(2, "0")}`), ...(shiftId ? { shiftId } : {}), ...(out ? {} : open) }));
        const computed = computeAllowance(all, [rate(100_000)]);
        expect(computeAllowance([...all].reverse(), [rate(100_000)])).toEqual(computed);
        expect(computed.reduce((sum, { shifts, unpaid }) => sum + shifts + unpaid.length, 0)).toBe(all.length);
        for (const { amount, shifts } of computed) expect(amount).toBe(shifts * 100_000);
      }),
    );
  });
});
