import { expect, test } from "vitest";
import { annexTable, printedUnits } from "../../../factories/report-table";

test("the sample province has the printed totals, and each share rounds to the printed percentage", () => {
  const { total, lines } = annexTable();
  const { counts, ratios } = total.cells;
  expect(total.members).toBe(63_226);
  expect([counts.member_accounts, counts.citizen_accounts, counts.online_dossiers, counts.articles, counts.households].map(({ matched }) => matched)).toEqual([60_929, 72_207, 32_888, 1_014, 77_928]);
  expect([ratios.transacting_rate, ratios.online_rate]).toEqual([{ part: 42_628, whole: 133_136 }, { part: 14_703, whole: 41_710 }]);
  printedUnits().forEach(({ august, july }, index) => {
    for (const indicator of ["transacting_rate", "online_rate"] as const) {
      const [now, before] = [lines[index]!.cells.ratios[indicator]!, lines[index]!.previous!.ratios[indicator]!];
      expect([Math.round((100 * now.part) / (now.whole || 1)), Math.round((100 * before.part) / (before.whole || 1))]).toEqual([august[indicator], july[indicator]]);
    }
  });
});
