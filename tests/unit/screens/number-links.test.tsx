import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BulletsPanel } from "@/components/dashboard/bullets-panel";
import { MonthsTable } from "@/components/dashboard/months-table";
import { Movers } from "@/components/dashboard/movers";
import { ShareLink } from "@/components/dashboard/share-link";
import { UnitsTable } from "@/components/dashboard/units-table";
import { YearTable } from "@/components/dashboard/year-table";
import { CorrectedCells } from "@/components/periods/corrected-cells";
import { periodEntriesHref } from "@/components/periods/periods-href";
import { unitRows } from "@/lib/domain/report/unit-rows";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { annexTable, unitIdAt } from "../../factories/report-table";

const day = (text: string) => LocalDate.parse(text);
const hoaiAn = unitIdAt(10);
/** The last of July 2023, known a month later, read a year after. */
const dashboard: Dashboard = {
  table: { ...annexTable(), point: { through: day("2023-07-31"), asOf: day("2023-08-31") } },
  indicator: "online_dossiers", organisations: [], parents: [], opens: { entries: true, members: true, rows: true }, waiting: [],
  months: [{ place: "unit", unitId: hoaiAn, month: day("2023-06-01"), counts: { recorded: 9, confirmed: 8, matched: 7 } }],
  onPhones: { total: { phones: 0, entries: 0 }, byPlace: {} }, now: "2024-08-01T01:00:00.000Z",
};

/** Path and parameters of each link, in order. */
function linksOf(element: ReactElement): { path: string; asked: Record<string, string>; text: string }[] {
  return [...renderToStaticMarkup(element).matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]*)</g)].map(([, href, text]) => {
    const { pathname, searchParams } = new URL(href!.replaceAll("&amp;", "&"), "http://x");
    return { path: pathname, asked: Object.fromEntries(searchParams), text: text! };
  });
}

describe("numbers of the dashboard", () => {
  test("of a month open what that month alone added, of the unit", () => {
    expect(linksOf(<MonthsTable dashboard={dashboard} rows={unitRows(dashboard.table, "online_dossiers")} />)).toEqual([
      { path: "/desk/entries", text: "7", asked: { unit: hoaiAn, indicator: "online_dossiers", stage: "matched", from: "2023-06-01", to: "2023-06-30", tree: "2023-08-01", asOf: "2023-08-31" } },
    ]);
  });

  test("of the year open each stage until the month's end, where nothing went before from the year's beginning", () => {
    const links = linksOf(<YearTable dashboard={dashboard} />);
    expect(links.map(({ text, asked }) => [text, asked.stage, asked.from, asked.to])).toEqual(
      ["2023-06-30", "2023-07-31"].flatMap((to) => [["9", "recorded", "2023-01-01", to], ["8", "confirmed", "2023-01-01", to], ["7", "matched", "2023-01-01", to]]));
    const { table } = dashboard;
    expect(linksOf(<YearTable dashboard={{ ...dashboard, yearStart: table }} />).every(({ asked }) => asked.from === undefined)).toBe(true);
  });

  test("of who moved lead to the unit's own, with the same days", () => {
    const links = linksOf(<Movers dashboard={dashboard} address={{ indicator: "online_dossiers", to: day("2023-07-31") }} />);
    expect(links).toContainEqual({ path: "/desk/dashboard", text: "Huyện đoàn Hoài Ân", asked: { indicator: "online_dossiers", to: "2023-07-31", unit: hoaiAn } });
  });

  test("of the other period stand beside, and open what was behind them", () => {
    const row = renderToStaticMarkup(<UnitsTable dashboard={dashboard} address={{}} />).split("<tr>").find((html) => html.includes("Hoài Ân"))!;
    expect(row).toContain(">2.027<");
    expect(row).toContain(">2.045<");
    expect(row).toMatch(/href="[^"]*to=2023-07-01[^"]*asOf=2023-07-01"[^>]*>2\.045</);
  });

  test("beside the bullets open what is behind them, of both periods", () => {
    const links = linksOf(<BulletsPanel dashboard={dashboard} address={{}} />).filter(({ asked }) => asked.indicator === "online_dossiers" && asked.stage === "matched");
    expect(links.map(({ text, asked }) => [text, asked.to, asked.asOf])).toEqual([["32.888", "2023-07-31", "2023-08-31"], [expect.any(String), "2023-07-01", "2023-07-01"]]);
  });

  test("of a share open its rows, those of the part alone where that is meant; for whoever reads sums only the sums, and nothing for others", () => {
    const share = (opens: Dashboard["opens"], part: "part" | "whole" = "whole") =>
      linksOf(<ShareLink words="35%" of={{ id: hoaiAn, name: "Hoài Ân" }} indicator="online_rate" part={part} dashboard={{ ...dashboard, opens }} />).map(({ path, asked }) => [path, asked]);
    expect(share(dashboard.opens, "part")).toEqual([["/desk/members/rows", { unit: hoaiAn, indicator: "online_rate", of: "part", to: "2023-07-31", tree: "2023-08-01", asOf: "2023-08-31" }]]);
    expect(share({ entries: false, members: true, rows: false })).toEqual([["/desk/members", { unit: hoaiAn, day: "2023-07-31" }]]);
    expect(share({ entries: true, members: false, rows: false })).toEqual([]);
  });
});

test("numbers of a closed period open what it was closed with; corrections open what stands now", () => {
  const numbers = { recorded: { closed: 12, correction: 0 }, confirmed: { closed: 10, correction: -1 }, matched: { closed: 0, correction: 0 } };
  const period = { id: hoaiAn, from: day("2023-07-01"), through: day("2023-07-31"), asOf: day("2023-08-05"), closedAt: "", closedBy: "" };
  const links = linksOf(<table><tbody><tr><CorrectedCells numbers={numbers} name="Tin, bài" hrefOf={periodEntriesHref(period, hoaiAn, "articles", "own")} /></tr></tbody></table>);
  const asked = { unit: hoaiAn, indicator: "articles", place: "own", from: "2023-07-01", to: "2023-07-31" };
  expect(links).toEqual([
    { path: "/desk/entries", text: "12", asked: { ...asked, stage: "recorded", asOf: "2023-08-05" } },
    { path: "/desk/entries", text: "10", asked: { ...asked, stage: "confirmed", asOf: "2023-08-05" } },
    { path: "/desk/entries", text: "−1", asked: { ...asked, stage: "confirmed" } },
  ]);
});
