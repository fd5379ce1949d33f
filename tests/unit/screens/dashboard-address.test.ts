import { describe, expect, test } from "vitest";
import { dashboardHref, entriesHref } from "@/components/dashboard/dashboard-href";
import { orderOf, sortedRows } from "@/components/dashboard/sort-rows";
import { windowWords } from "@/components/dashboard/window-words";
import { unitRows } from "@/lib/domain/report/unit-rows";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { daysAsked, parseDashboardAddress } from "@/lib/protocol/dashboard-address";
import { annexTable, unitIdAt } from "../../factories/report-table";

const day = (text: string) => LocalDate.parse(text);
const today = day("2026-08-07");
const unit = "01890000-0000-7000-8000-000000000001";

describe("the address of a dashboard", () => {
  test("may leave everything to be the usual", () => {
    expect(parseDashboardAddress({})).toEqual({ address: {}, wrong: [] });
    expect(parseDashboardAddress({ from: "", to: "", asOf: "" })).toEqual({ address: {}, wrong: [] });
    expect(daysAsked({}, today)).toEqual({ window: { through: today }, before: { through: day("2026-07-07") }, treeOn: today, wrongDays: false });
  });

  test("says what of it cannot be read and keeps the rest", () => {
    const { address, wrong } = parseDashboardAddress({ unit: "1", indicator: "articles", from: "2026-02-31", sort: ["name", "share"], order: "down" });
    expect(address).toEqual({ indicator: "articles", order: "down" });
    expect([...wrong].sort()).toEqual(["from", "sort", "unit"]);
  });

  test("never asks ahead of today, and not backwards", () => {
    expect(daysAsked({ from: day("2026-08-01"), to: day("2026-12-31"), asOf: day("2027-01-01") }, today)).toMatchObject({ window: { first: "2026-08-01", through: today }, treeOn: today });
    expect(daysAsked({ asOf: day("2027-01-01") }, today)).not.toHaveProperty("asOf");
    expect(daysAsked({ from: day("2026-08-31"), to: day("2026-06-01") }, today)).toMatchObject({ window: { through: today }, wrongDays: true });
  });

  test("compares with what it names", () => {
    expect(daysAsked({ to: day("2023-08-31"), beforeFrom: day("2022-05-01"), beforeTo: day("2022-12-31") }, today).before).toEqual({ first: "2022-05-01", through: "2022-12-31" });
    expect(daysAsked({ to: day("2023-08-31"), beforeFrom: day("2023-01-01"), beforeTo: day("2022-12-31") }, today).before).toEqual({ through: "2023-07-31" });
  });

  test("is read back as it was written", () => {
    const address = { unit, indicator: "articles", from: day("2026-08-01"), sort: "phones", order: "up" } as const;
    expect(parseDashboardAddress(Object.fromEntries(new URL(dashboardHref(address), "http://x").searchParams)).address).toEqual(address);
  });
});

test("entries are asked for with the days and the tree of the number, and with its day where that is past", () => {
  const asked = { unitId: unit, indicator: "articles", stage: "matched" } as const;
  const now = "2026-08-07T03:00:00.000Z";
  expect(entriesHref(asked, { point: { through: today, asOf: today }, treeOn: today }, now)).toBe(`/desk/entries?unit=${unit}&indicator=articles&stage=matched&to=2026-08-07`);
  expect(entriesHref({ ...asked, place: "own" }, { point: { first: day("2023-08-01"), through: day("2023-08-31"), asOf: day("2023-08-31") }, treeOn: today }, now))
    .toBe(`/desk/entries?unit=${unit}&indicator=articles&stage=matched&place=own&from=2023-08-01&to=2023-08-31&tree=2026-08-07&asOf=2023-08-31`);
});

test("windows have the names that people call them by", () => {
  const words = (first: string | undefined, through: string) => windowWords(first ? { first: day(first), through: day(through) } : { through: day(through) });
  expect(words(undefined, "2023-08-31")).toBe("luỹ kế đến 31/08/2023");
  expect(words("2023-08-01", "2023-08-31")).toBe("tháng 8/2023");
  expect(words("2023-08-01", "2023-08-15")).toBe("tháng 8/2023, đến 15/08/2023");
  expect(words("2023-07-01", "2023-09-30")).toBe("quý 3/2023");
  expect(words("2023-01-01", "2023-12-31")).toBe("năm 2023");
  expect(words("2023-01-01", "2023-08-31")).toBe("năm 2023, đến 31/08/2023");
  expect(words("2023-08-02", "2023-08-31")).toBe("02/08/2023 đến 31/08/2023");
});

describe("the units of the printed province", () => {
  const dashboard: Dashboard = {
    table: annexTable(), indicator: "online_dossiers", months: [], organisations: [], parents: [], opens: { entries: true, members: true, rows: true }, now: "2023-08-31T01:00:00.000Z",
    waiting: [{ place: unitIdAt(3), indicator: "online_dossiers", standing: "notFound", count: 9, oldest: "2023-08-01T01:00:00.000Z" }],
    onPhones: { total: { phones: 1, entries: 5 }, byPlace: { [unitIdAt(7)]: { phones: 1, entries: 5 } } },
  };
  const first = (address: Parameters<typeof sortedRows>[1]) => sortedRows(dashboard, address)[0]!.key;

  test("begin with the farthest, or as the address says", () => {
    expect(first({})).toBe(unitIdAt(15));
    expect(first({ sort: "order" })).toBe(unitIdAt(0));
    expect(first({ sort: "value", order: "down" })).toBe(unitIdAt(19));
    expect(first({ sort: "change" })).toBe(unitIdAt(8)); // from 0
    expect(first({ sort: "waiting" })).toBe(unitIdAt(3));
    expect(first({ sort: "phones" })).toBe(unitIdAt(7));
  });

  test("begin in the order of the annexes where nothing was asked for", () => {
    const rows = unitRows(dashboard.table, "vneid_accounts");
    expect(orderOf({}, rows)).toEqual({ sort: "order", descending: false });
    expect(orderOf({ sort: "phones" }, rows)).toEqual({ sort: "phones", descending: true });
  });
});
