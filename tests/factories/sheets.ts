import { commend, personRule, teamRule, type Achievement } from "@/lib/domain/report/commendation";
import { addDossiers, reportMonth } from "@/lib/domain/report/essential-services";
import { LocalDate } from "@/lib/domain/time/local-date";
import { summarise } from "@/lib/domain/survey/survey-summary";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { AllowanceSheet } from "@/lib/protocol/shifts";
import type { SurveyResults } from "@/lib/protocol/survey-results";
import type { SheetFormat } from "@/lib/protocol/sheets";
import type { Commendation } from "@/lib/server/reports/read-commendation";
import type { EssentialServicesReport } from "@/lib/server/reports/read-essential-services";
import { allowanceTable } from "@/lib/server/sheets/allowance-sheet";
import { peopleTable, teamsTable } from "@/lib/server/sheets/commendation-sheet";
import { servicesTable } from "@/lib/server/sheets/essential-services-sheet";
import type { Sheet } from "@/lib/server/sheets/sheet";
import { placesTable } from "@/lib/server/sheets/survey-sheet";
import { unitTable } from "@/lib/server/sheets/units-sheet";
import { essentialServiceTexts } from "@/lib/text/desk-essential-services";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { sheetTexts } from "@/lib/text/sheets";
import { readCsv } from "../../prisma/demo/read-csv";
import { annexTable } from "./report-table";

const now = "2024-02-15T03:00:00.000Z";
const day = (text: string) => LocalDate.parse(text);
const union = { name: "Huyện đoàn Tuy Phước", superior: "Tỉnh đoàn Bình Định", isYouthUnion: true };

export type SheetSample = {
  readonly name: string;
  readonly sheetOf: (format: SheetFormat) => Sheet;
  /** What is in the columns of counts, by what stands in the row beside them; null where nothing does. */
  readonly counts: Readonly<Record<string, readonly (number | null)[]>>;
  /** Printed by `npm run check:documents`. */
  readonly pages: Readonly<Record<SheetFormat, string>>;
};

/** Every sheet that is signed on paper, with numbers that are known: those of Đề án 06 as printed in February 2024. */
export function sheetSamples(): SheetSample[] {
  return [essentialServices(), allowance(), survey(), commendation("teams"), commendation("people"), unit()];
}

function essentialServices(): SheetSample {
  const printed = readCsv("de-an-06-2024-02.csv").map((row, index) => ({ slug: String(index), name: row.service!, total: Number(row.total), online: Number(row.online), inPerson: Number(row.in_person) }));
  const total = addDossiers(printed);
  const report: EssentialServicesReport = {
    month: "2024-02", period: reportMonth("2024-02"), asOf: day("2024-02-15"), rows: printed, total, received: { total: total.total + 3, online: total.online + 2 }, without: ["Đăng ký kết hôn"], others: [],
  };
  return {
    name: "de-an-06", pages: { docx: "portrait 1", xlsx: "portrait 1" },
    sheetOf: (format) => ({
      fileName: "de-an-06", tables: [servicesTable(report, format)],
      issuer: { superior: essentialServiceTexts.superior("Bình Định"), name: essentialServiceTexts.issuer, isYouthUnion: false, signers: [essentialServiceTexts.signer] },
    }),
    counts: {
      ...Object.fromEntries(printed.map(({ name, total, online, inPerson }, index) => [name, [index + 1, total, online, inPerson]])),
      [essentialServiceTexts.total]: [null, total.total, total.online, total.total - total.online],
    },
  };
}

function allowance(): SheetSample {
  const names = ["Nguyễn Thị Thanh Hương", "Lê Văn Đức", "Võ Thị Kiều Trang", "Đặng Ngọc Ánh", "Phạm Quốc Bảo"];
  const rows = Array.from({ length: 24 }, (_, index) => {
    const shifts = 4 + (index % 9);
    return {
      personId: String(index), personName: `${names[index % names.length]} ${index + 1}`, memberKind: "volunteer" as const, lines: [{ rate: 120_000, shifts, amount: shifts * 120_000 }],
      shifts, unplanned: index % 3, amount: shifts * 120_000, unpaid: index === 0 ? [{ entryId: "1", day: day("2024-01-30"), reason: "notCheckedOut" as const }] : [],
    };
  });
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0);
  const sheet: AllowanceSheet = {
    unit: { id: "1", name: "Huyện đoàn Tuy Phước" }, units: [], mayPlan: true, month: "2024-01", rows, shifts: sum(({ shifts }) => shifts), amount: sum(({ amount }) => amount), waiting: 2, rates: [], asOf: now,
  };
  const { made, leader, unit } = sheetTexts.signers;
  return {
    name: "boi-duong", pages: { docx: "landscape 2", xlsx: "landscape 1" },
    sheetOf: () => ({ fileName: "boi-duong", orientation: "landscape", tables: [allowanceTable(sheet, now)], issuer: { ...union, signers: [made, leader, unit] } }),
    counts: {
      ...Object.fromEntries(rows.map(({ personName, shifts, unplanned, amount }, index) => [personName, [index + 1, shifts, unplanned, amount]])),
      [sheetTexts.total]: [null, sheet.shifts, sum(({ unplanned }) => unplanned), sheet.amount],
    },
  };
}

function survey(): SheetSample {
  const said = (satisfied: number, unsatisfied: number, few = 0) => summarise([
    { channel: "own", answers: { satisfaction: "satisfied", able: "yes", asked: "no" }, count: satisfied },
    { channel: "counter", answers: { satisfaction: "unsatisfied", able: "no", asked: "yes" }, count: unsatisfied + few },
  ]);
  const places = [["Một cửa thị trấn Tuy Phước", 40, 10], ["Một cửa xã Phước Lộc", 12, 0]] as const;
  const results: SurveyResults = {
    months: ["2024-01"], withoutPoint: [], asOf: now,
    places: [
      ...places.map(([name, satisfied, unsatisfied]) => ({ placeId: name, name, points: [], byMonth: [said(satisfied, unsatisfied)], mostInADay: 9 })),
      { placeId: "few", name: "Một cửa xã Phước Sơn", points: [], byMonth: [said(2, 1)], mostInADay: 2 },
    ],
  };
  return {
    name: "danh-gia", pages: { docx: "landscape 1", xlsx: "landscape 1" },
    sheetOf: () => ({ fileName: "danh-gia", orientation: "landscape", tables: [placesTable(results, now)], issuer: { ...union, signers: [sheetTexts.signers.made, sheetTexts.signers.unit] } }),
    counts: {
      "Một cửa thị trấn Tuy Phước": [50, 40, 10, 9, 40, 0, 10, 10],
      "Một cửa xã Phước Lộc": [12, 12, 0, 9, 12, 0, 0, 0],
      // Three answers are too few to hide behind.
      "Một cửa xã Phước Sơn": [3, 2, 1, 2, null, null, null, null],
    },
  };
}

function commendation(list: "teams" | "people"): SheetSample {
  const achievement = (name: string, matched: number, base: number): Achievement => ({ id: name, name, unitName: "Đội xã Phước Lộc", confirmed: matched + 2, matched, refuted: 1, kinds: [{ kind: "dossierSubmitted", count: matched }], base });
  const teams = commend([achievement("Đội xã Phước Lộc", 120, 6), achievement("Đội xã Phước Sơn", 30, 10), achievement("Đội xã Phước An", 20, 10)], teamRule);
  const people = commend([achievement("Nguyễn Thị Thanh Hương", 60, 6), achievement("Lê Văn Đức", 12, 6)], personRule);
  const found: Commendation = { unit: { id: "1", name: "Huyện đoàn Tuy Phước" }, below: [], days: { from: day("2024-01-01"), through: day("2024-01-31") }, opensEntries: true, teams, people };
  return {
    name: `khen-thuong-${list}`, pages: { docx: "landscape 1", xlsx: "landscape 1" },
    sheetOf: () => ({
      fileName: "khen-thuong", orientation: "landscape", tables: [list === "teams" ? teamsTable(found, now) : peopleTable(found, now)],
      issuer: { ...union, signers: [sheetTexts.signers.made, sheetTexts.signers.unit] },
    }),
    counts: list === "teams" ? { "Đội xã Phước Lộc": [1, 122, 120, 1, 6] } : { "Nguyễn Thị Thanh Hương": [1, 62, 60, 1, 6] },
  };
}

/** The province of August 2023 as a unit's own sheet, with what waits and what phones still hold beside it. */
function unit(): SheetSample {
  const table = annexTable();
  const dashboard: Dashboard = {
    table, indicator: "online_dossiers", months: [], organisations: [], parents: [], opens: { entries: true, members: true, rows: true }, now,
    waiting: [{ place: "own", indicator: "vneid_accounts", standing: "awaitingPolice", count: 24_069, oldest: now }],
    onPhones: { total: { phones: 7, entries: 214 }, byPlace: {} },
  };
  const { counts } = table.total.cells;
  const nameOf = (indicator: "member_accounts" | "online_dossiers" | "vneid_accounts") => `${reportIndicatorNames[indicator].number}. ${reportIndicatorNames[indicator].short}`;
  return {
    name: "don-vi", pages: { docx: "portrait 1", xlsx: "portrait 1" },
    sheetOf: () => ({ fileName: "don-vi", tables: [unitTable(dashboard)], issuer: { ...union, signers: [sheetTexts.signers.made, sheetTexts.signers.unit] } }),
    counts: {
      [nameOf("member_accounts")]: [48_000, counts.member_accounts.recorded, counts.member_accounts.confirmed, 60_929, 0, table.total.previous!.counts.member_accounts.matched],
      [nameOf("online_dossiers")]: [51_000, counts.online_dossiers.recorded, counts.online_dossiers.confirmed, 32_888, 0, table.total.previous!.counts.online_dossiers.matched],
      [nameOf("vneid_accounts")]: [null, counts.vneid_accounts.recorded, counts.vneid_accounts.confirmed, counts.vneid_accounts.matched, 24_069, table.total.previous!.counts.vneid_accounts.matched],
    },
  };
}
