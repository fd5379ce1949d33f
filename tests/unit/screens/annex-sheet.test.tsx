import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnnexSheet } from "@/components/report/annex-sheet";
import type { MonthlyReportData } from "@/lib/domain/report/monthly-report";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { ReportView } from "@/lib/protocol/reports";
import { parseShareRows } from "@/lib/server/members/rows-query";
import { composeReport } from "@/lib/server/documents/compose-report";
import { reportTexts } from "@/lib/text/desk-reports";
import { annexTable, unitIdAt } from "../../factories/report-table";

const table = annexTable();
const data: MonthlyReportData = {
  table, context: {}, paragraphs: {}, heading: { place: "Bình Định" },
  backlog: { police: { vneid: { open: 0 }, households: { open: 0 } }, review: { open: 0 }, phones: { open: 0, phones: 0 } },
};
const hoaiAn = 10;
const corrections: ReportView["snapshot"]["corrections"] = {
  reportId: unitIdAt(0), number: "125", point: table.previousPoint!,
  differences: [{ place: table.lines[hoaiAn]!.place, indicator: "online_dossiers", of: "now", stage: "matched", then: 2_045, since: 2_027 }],
};

function draw(number: 1 | 2, changes: Partial<ReportView> = {}): string {
  const document = composeReport(data);
  const report = {
    id: unitIdAt(0), unitId: table.unit.id, unitName: table.unit.name, kind: "scheme", point: table.point, treeOn: table.treeOn, version: 1, changedAt: "", createdBy: "",
    snapshot: { data, document, corrections }, intact: true, compareWith: "published", opensEntries: true, opensRows: true, mayWrite: true, isFirst: false, ...changes,
  } satisfies ReportView;
  return renderToStaticMarkup(<AnnexSheet report={report} annex={document.annexes[number - 1]!} />);
}

/** The row in which this stands first. */
const rowOf = (html: string, text: string) => html.split("<tr>").find((row) => row.includes(text))!;

test("a number that an earlier report said otherwise is marked in words, in both annexes and nowhere else", () => {
  for (const number of [1, 2] as const) {
    const html = draw(number);
    expect(rowOf(html, "Hoài Ân")).toContain(reportTexts.correctedCell("01/07/2023", "2.045", "2.027"));
    expect(html.split("annex-corrected").length - 1).toBe(number);
    expect(html).toContain(reportTexts.correctedLegend);
  }
});

test("a number opens the entries behind it, as of the report's day and under its tree; a share opens the rows of the registers", () => {
  const row = rowOf(draw(1), "Hoài Ân");
  const links = [...row.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(href!.replaceAll("&amp;", "&"), "http://localhost"));
  expect(links.map(({ pathname }) => pathname)).toEqual(["entries", "entries", "members/rows", "members/rows", "entries", "entries", "entries"].map((page) => `/desk/${page}`));
  expect(Object.fromEntries(links[4]!.searchParams)).toEqual({
    unit: unitIdAt(hoaiAn), indicator: "online_dossiers", stage: "matched", to: LocalDate.parse("2023-08-01"), asOf: "2023-08-01",
  });
  expect(parseShareRows(Object.fromEntries(links[3]!.searchParams))).toEqual({
    unitId: unitIdAt(hoaiAn), indicator: "online_rate", of: "whole", first: undefined, through: "2023-08-01", treeOn: "2023-08-01", asOf: "2023-08-01", page: 0,
  });
});

test("whoever reads no entries is offered none, and no rows either", () => {
  expect(draw(1, { opensEntries: false })).not.toContain("/desk/entries");
  expect(draw(1, { opensRows: false })).not.toContain("/desk/members");
});

test("a draft says that it is one", () => {
  expect(draw(1)).toContain(reportTexts.draftMark);
  expect(draw(1, { published: { number: "125", by: "", at: "2023-08-02T02:00:00.000Z", digest: "" } })).not.toContain(reportTexts.draftMark);
});
