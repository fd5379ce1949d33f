import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import { formatRate } from "@/lib/domain/report/essential-services";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { ServiceRowsQuery } from "@/lib/protocol/register-rows";
import { withActor } from "@/lib/server/database/with-actor";
import { readEssentialServices } from "@/lib/server/reports/read-essential-services";
import { readServiceRows } from "@/lib/server/reports/read-service-rows";
import { loadDefinitions } from "../../../prisma/demo/definitions";
import { readCsv } from "../../../prisma/demo/read-csv";
import { dossierColumns, makeImporter } from "../../factories/imports";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

/** The report of February 2024 as it was printed. Source: seed 001. */
const printed = readCsv("de-an-06-2024-02.csv").map((row) => ({
  service: row.service!, total: Number(row.total), online: Number(row.online), inPerson: Number(row.in_person), rate: row.online_rate_printed!,
}));

/** Printed with fewer decimals than the rule has which the other ten follow: the counts are the same. */
const knownDeviations = [
  { online: 439, total: 562, printed: "78%", rule: "78,11%" },
  { online: 301, total: 304, printed: "99%", rule: "99,01%" },
];

let province: WorkingProvince;
let verifier: Actor;
const now = "2024-02-15T03:00:00.000Z";
const today = LocalDate.parse("2024-02-15");

/** A file of the register as iGate exports it; `YYYY-MM-DD` days. */
const fileOf = (rows: readonly { code: string; day: string; service: string; online: boolean }[]) =>
  [dossierColumns, ...rows.map(({ code, day, service, online }) => [code, day.split("-").reverse().join("/"), `"${service}"`, online ? "Trực tuyến" : "Trực tiếp", "Đã trả kết quả", ""].join(",")), ""].join("\n");

let sequence = 0;
const dossier = (day: string, service: string, online: boolean) => ({ code: `H08.21-240115-${String(++sequence).padStart(5, "0")}`, day, service, online });

/** Every dossier of the printed table, over all days of its period. */
const february = printed.flatMap(({ service, total, online }) =>
  Array.from({ length: total }, (_, index) => dossier(`2024-${index % 31 < 17 ? `01-${15 + (index % 31)}` : `02-${String((index % 31) - 16).padStart(2, "0")}`}`, service, index < online)));
const beside = [
  dossier("2024-01-14", "Đăng ký khai tử", true), dossier("2024-02-15", "Đăng ký khai tử", true),
  dossier("2024-01-15", "Cấp giấy phép xây dựng", false), dossier("2024-02-14", "Cấp giấy phép xây dựng", true), dossier("2024-02-14", "", true),
];

beforeAll(async () => {
  province = await makeWorkingProvince();
  await province.client.query("truncate service, indicator_version, refusal_rule, consent_notice");
  await loadDefinitions(province.client, province.provinceId);
  const person = await province.addActingPerson("provinceVerifier", province.units.province);
  verifier = person.actor;
  const importer = makeImporter(person, now);
  await importer.bring(fileOf([...february, ...beside]));
  // A week later one of them turns out to have been handed in on paper, and one to be of another month.
  const later = makeImporter(person, "2024-02-22T03:00:00.000Z");
  await later.bring(fileOf([{ ...february[0]!, online: false }, { ...february[1]!, day: "2024-02-20" }]));
});
afterAll(() => province.remove());

describe("the printed table of February 2024, from an imported file", () => {
  test("has the same counts in all twelve rows, and the rates of the rule but for two known ones", async () => {
    const report = (await readEssentialServices(verifier, "2024-02", today, now))!;
    expect(report.period).toEqual({ from: "2024-01-15", through: "2024-02-14" });
    expect(report.rows).toHaveLength(12);
    const counts = report.rows.map(({ total, online }) => ({ total, online, inPerson: total - online }));
    const byCounts = (a: { total: number }, b: { total: number }) => a.total - b.total;
    expect(counts.sort(byCounts)).toEqual(printed.map(({ total, online, inPerson }) => ({ total, online, inPerson })).sort(byCounts));
    const deviating = printed.filter((row) => formatRate(row) !== row.rate);
    expect(deviating.map(({ online, total, rate }) => ({ online, total, printed: rate, rule: formatRate({ online, total }) }))).toEqual(knownDeviations);
  });

  test("names what is no essential service apart: with it the sum is all that was received", async () => {
    const report = (await readEssentialServices(verifier, "2024-02", today, now))!;
    expect(report.others).toEqual([{ service: "Cấp giấy phép xây dựng", total: 2, online: 1 }, { service: undefined, total: 1, online: 1 }]);
    expect(report.received.total).toBe(report.total.total + 3);
    expect(report.without).toHaveLength(13);
  });

  test("follows the row that speaks, and can be drawn again as the register spoke then", async () => {
    const birth = async (asOf: string) => (await readEssentialServices(verifier, "2024-02", LocalDate.parse(asOf), now))!.rows.find(({ slug }) => slug === "khai-sinh");
    expect(await birth("2024-02-15")).toMatchObject({ total: 35, online: 32 });
    expect(await birth("2024-02-21")).toMatchObject({ total: 35, online: 32 });
    expect(await birth("2024-02-22")).toMatchObject({ total: 34, online: 30 });
    expect((await readEssentialServices(verifier, "2024-03", LocalDate.parse("2024-02-22"), now))!.rows).toMatchObject([{ slug: "khai-sinh", total: 1, online: 1 }, { slug: "khai-tu", total: 1, online: 1 }]);
  });
});

test("each number opens its dossiers: of a service, of another name, online or not, as the register spoke then", async () => {
  const asked = { month: "2024-02", asOf: today, page: 0 };
  const rowsOf = (more: Partial<ServiceRowsQuery>) => readServiceRows(verifier, { ...asked, ...more }, now);
  const report = (await readEssentialServices(verifier, "2024-02", today, now))!;
  for (const { slug, total, online } of report.rows) {
    expect((await rowsOf({ service: slug }))!.count, slug).toBe(total);
    expect((await rowsOf({ service: slug, channel: "online" }))!.count, slug).toBe(online);
  }
  expect((await rowsOf({}))!.count).toBe(report.total.total);
  expect((await rowsOf({ channel: "inPerson" }))!.count).toBe(report.total.total - report.total.online);
  expect((await rowsOf({ name: "" }))!.rows.map(({ code }) => code)).toEqual([beside[4]!.code]);
  expect((await rowsOf({ name: "Cấp giấy phép xây dựng", channel: "inPerson" }))!.rows.map(({ code }) => code)).toEqual([beside[2]!.code]);
  expect((await rowsOf({ service: "khai-sinh", asOf: LocalDate.parse("2024-02-22") }))!.count).toBe(34);
  expect(await rowsOf({ service: "no-such" })).toBeUndefined();
  const observer = await province.addActingPerson("observer", province.units.province);
  expect(await readServiceRows(observer.actor, asked, now)).toBeUndefined();
  expect(await withActor(observer.actor, (tx) => tx.$queryRaw`select * from service_rows('2024-01-15', '2024-02-14', '2024-02-15', null, true)`)).toEqual([]);
});

test("an observer of the province reads it; nobody else does, neither through the page nor through the database", async () => {
  const { units } = province;
  const observer = await province.addActingPerson("observer", units.province);
  expect((await readEssentialServices(observer.actor, "2024-02", today, now))!.rows).toHaveLength(12);
  const others = [
    await province.addActingPerson("observer", units.district), await province.addActingPerson("officer", units.province), await province.addActingPerson("provincePlanner", units.province),
  ];
  for (const { actor } of others) {
    expect(await readEssentialServices(actor, "2024-02", today, now)).toBeUndefined();
    expect(await withActor(actor, (tx) => tx.$queryRaw`select * from service_sums('2024-01-15', '2024-02-14', '2024-02-22')`)).toEqual([]);
  }
});
