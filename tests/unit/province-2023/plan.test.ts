import { describe, expect, test } from "vitest";
import { wholePercent } from "@/lib/domain/report/percent";
import { readAnnexes, totalsOf2023 } from "../../../prisma/province-2023/annex-files";
import { countedKinds, planProvince, type CountedKind, type UnitPlan } from "../../../prisma/province-2023/plan";
import { accountsOf, apportion, fitSum, partsFor, total } from "../../../prisma/province-2023/plan-shares";

const annex = readAnnexes();
const plan = planProvince(annex, totalsOf2023);

function countedUntil(unit: UnitPlan, kind: CountedKind, last: string): number {
  return total(unit.months.filter(({ month }) => month <= last).map(({ counted }) => counted[kind]));
}

describe("the plan of the province of 2023", () => {
  test("records what the annexes print of every unit and count, in July and in August", () => {
    for (const [index, unit] of plan.entries()) {
      for (const kind of countedKinds) {
        const printed = annex[index]![kind];
        const takenBack = kind === "onlineDossiers" ? unit.takenBack : 0;
        expect([unit.name, kind, countedUntil(unit, kind, "2023-07")]).toEqual([unit.name, kind, printed.july]);
        expect([unit.name, kind, countedUntil(unit, kind, "2023-08") - takenBack]).toEqual([unit.name, kind, printed.august]);
      }
    }
  });

  test("plans nothing less than nothing, and no dossier before the teams began", () => {
    for (const { months } of plan) {
      for (const { month, counted, besides } of months) {
        expect(Math.min(...Object.values(counted), ...Object.values(besides))).toBeGreaterThanOrEqual(0);
        if (month < "2023-03") expect(counted.onlineDossiers).toBe(0);
      }
    }
  });

  test("takes dossiers back where the number falls: Hoài Ân's alone", () => {
    expect(plan.filter(({ takenBack }) => takenBack > 0).map(({ name, takenBack }) => [name, takenBack])).toEqual([["Huyện đoàn Hoài Ân", 42]]);
  });

  test("finds numbers behind every printed rate, together the printed totals", () => {
    for (const [index, { transacting, memberDossiers }] of plan.entries()) {
      const unit = annex[index]!;
      for (const month of ["july", "august"] as const) {
        const accounts = accountsOf(unit)[month];
        expect([unit.name, wholePercent({ part: transacting[month], whole: accounts }) ?? 0]).toEqual([unit.name, unit.transactingRate[month]]);
        expect([unit.name, wholePercent(memberDossiers[month]) ?? 0]).toEqual([unit.name, unit.onlineRate[month]]);
      }
    }
    expect(total(plan.map(({ transacting }) => transacting.august))).toBe(42_628);
    expect(total(annex.map((unit) => accountsOf(unit).august))).toBe(133_136);
    expect(total(plan.map(({ memberDossiers }) => memberDossiers.august.part))).toBe(14_703);
    expect(total(plan.map(({ memberDossiers }) => memberDossiers.august.whole))).toBe(41_710);
  });

  test("lets nobody stop transacting, and no dossier of a member disappear", () => {
    for (const { transacting, memberDossiers: { july, august } } of plan) {
      expect(transacting.august).toBeGreaterThanOrEqual(transacting.july);
      expect(august.part).toBeGreaterThanOrEqual(july.part);
      expect(august.whole - august.part).toBeGreaterThanOrEqual(july.whole - july.part);
    }
  });

  test("comes to about 350,000 outcomes, 245,000 of which count", () => {
    const counted = total(plan.flatMap(({ months }) => months.flatMap((month) => Object.values(month.counted))));
    const besides = total(plan.flatMap(({ months }) => months.flatMap(({ besides: { householdsAbsent: _, ...rest } }) => Object.values(rest))));
    expect(counted - total(plan.map(({ takenBack }) => takenBack))).toBe(60_929 + 72_207 + 32_888 + 1_014 + 77_928);
    expect(counted + besides).toBeGreaterThan(345_000);
    expect(counted + besides).toBeLessThan(355_000);
  });

  test("is the same every time", () => {
    expect(planProvince(readAnnexes(), totalsOf2023)).toEqual(plan);
  });
});

describe("numbers behind a rate", () => {
  test("are those that are printed as it, half up", () => {
    expect(partsFor(33, 200)).toEqual({ least: 65, most: 66 });
    expect(partsFor(0, 0)).toEqual({ least: 0, most: 0 });
    expect(partsFor(1, 0)).toBeUndefined();
    expect(partsFor(7, 8)).toBeUndefined();
    expect(partsFor(100, 3)).toEqual({ least: 3, most: 3 });
  });

  test("add up to what is asked, or not at all", () => {
    expect(fitSum([{ least: 1, most: 3 }, { least: 0, most: 10 }, { least: 2, most: 2 }], 9)).toEqual([2, 5, 2]);
    expect(() => fitSum([{ least: 1, most: 3 }], 4)).toThrow("from 1 to 3");
  });

  test("are shared out in proportion, nothing lost", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(0, [1, 2])).toEqual([0, 0]);
    expect(apportion(7, [0, 2, 5])).toEqual([0, 2, 5]);
  });
});
