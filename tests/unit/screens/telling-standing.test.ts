import { expect, it } from "vitest";
import { tellingStanding } from "@/components/entry-list/telling-standing";
import type { Standing } from "@/lib/domain/report/standing";

it.each<[readonly Standing[], Standing | undefined]>([
  [["matched", "duplicate"], "duplicate"],
  [["awaitingPolice", "matched"], "awaitingPolice"],
  [["notFound", "refusedByPolice"], "refusedByPolice"],
  [["matched", "notNeeded"], "matched"],
  [["notNeeded"], undefined],
  [[], undefined],
])("of %j says %s", (standings, told) => {
  expect(tellingStanding(standings.map((standing) => ({ outcome: "dossierSubmitted", standing })))).toBe(told);
});
