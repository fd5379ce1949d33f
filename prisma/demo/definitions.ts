import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import { readCsv } from "./read-csv";
import type { DemoUnit } from "./units";

const schemeStart = "2022-05-01";
/** Volunteer teams were launched on this day; their dossiers count from then on. */
const teamsStart = "2023-03-01";
/** From here on VNeID is the only account for online services, so accounts are linked, not opened. */
const vneidOnly = "2024-07-01";

const indicators = [
  [1, "member_accounts", "Đoàn viên, thanh niên mở tài khoản dịch vụ công"],
  [2, "citizen_accounts", "Người ngoài độ tuổi thanh niên được giúp mở tài khoản"],
  [3, "transacting_rate", "Tỷ lệ tài khoản có giao dịch"],
  [4, "online_rate", "Tỷ lệ hồ sơ trực tuyến của đoàn viên"],
  [5, "online_dossiers", "Hồ sơ trực tuyến được giúp nộp"],
  [6, "articles", "Tin, bài tuyên truyền"],
  [7, "households", "Hộ dân được tuyên truyền"],
  [8, "vneid_accounts", "Tài khoản định danh điện tử mức 2"],
  [9, "informed_members", "Lượt đoàn viên, thanh niên được tuyên truyền"],
  [11, "online_share", "Tỷ lệ hồ sơ trực tuyến của dịch vụ làm được trực tuyến"],
  [12, "online_payment_share", "Tỷ lệ thanh toán trực tuyến"],
  [13, "members_with_account", "Tỷ lệ đoàn viên có tài khoản dịch vụ công"],
  [14, "members_vneid2", "Tỷ lệ đoàn viên có VNeID mức 2"],
] as const;

/** A person has one account, whatever the number of steps that led to it. */
const account = { windowFrom: schemeStart, onlineOnly: false, oncePerSubject: true } as const;
const beforeVneid = { from: schemeStart, to: vneidOnly, kinds: ["accountOpened"] } as const;
const sinceVneid = { from: vneidOnly, to: null, kinds: ["accountOpened", "accountLinked"] } as const;
const youth = { ageFrom: 16, ageThrough: 30 } as const;
const beyondYouth = { ageFrom: 31, ageThrough: null } as const;
const anyAge = { ageFrom: null, ageThrough: null } as const;

const everyActivity = { from: schemeStart, to: null, windowFrom: schemeStart, ...anyAge, onlineOnly: false, oncePerSubject: false } as const;

/** Who says whether it is true; the register where nobody is named. */
const evidenceSources: Partial<Record<string, string>> = { vneid_accounts: "police", articles: "officer", informed_members: "officer", households: "police" };
/** Households were counted without the police until this day (scheme page, indicator 7). */
const householdsByPolice = "2024-01-01";

const versions = [
  { indicator: "member_accounts", ...account, ...beforeVneid, ...youth },
  { indicator: "member_accounts", ...account, ...sinceVneid, ...youth },
  { indicator: "citizen_accounts", ...account, ...beforeVneid, ...beyondYouth },
  { indicator: "citizen_accounts", ...account, ...sinceVneid, ...beyondYouth },
  {
    indicator: "online_dossiers", from: schemeStart, to: null, windowFrom: teamsStart,
    kinds: ["dossierSubmitted"], ...anyAge, onlineOnly: true, oncePerSubject: false,
  },
  {
    indicator: "vneid_accounts", from: teamsStart, to: null, windowFrom: teamsStart,
    kinds: ["vneidActivated"], ...anyAge, onlineOnly: false, oncePerSubject: true,
  },
  { indicator: "articles", ...everyActivity, kinds: ["articlePublished"] },
  { indicator: "households", ...everyActivity, to: householdsByPolice, kinds: ["householdInformed"], evidence: "none" },
  { indicator: "households", ...everyActivity, from: householdsByPolice, kinds: ["householdInformed"] },
  { indicator: "informed_members", ...everyActivity, kinds: ["eventHeld"] },
] as const;

/** Indicators with their dated definitions, scheme rules, the 25 essential services and the consent notice. */
export async function loadDefinitions(client: Client, provinceId: string): Promise<void> {
  const own = { province_id: provinceId };
  await insertRows(client, "indicator", indicators.map(([number, code, name]) => ({ ...own, code, number, name })));
  await insertRows(client, "indicator_version", versions.map((version) => ({
    ...own,
    id: newId(),
    indicator: version.indicator,
    valid_from: version.from,
    valid_to: version.to,
    window_from: version.windowFrom,
    outcome_kinds: version.kinds,
    age_from: version.ageFrom,
    age_through: version.ageThrough,
    online_only: version.onlineOnly,
    once_per_subject: version.oncePerSubject,
    evidence_rule: { source: "evidence" in version ? version.evidence : evidenceSources[version.indicator] ?? "register" },
    credit: "recorderUnit",
  })));
  await insertRows(client, "refusal_rule", [
    { ...own, id: newId(), code: "schemeStart", parameters: { date: schemeStart }, valid_from: schemeStart, set_at: new Date() },
  ]);
  const otherNames = readCsv("service-other-names.csv");
  await insertRows(client, "service", readCsv("essential-services-25.csv").map((row, index) => ({
    ...own,
    id: newId(),
    slug: row.slug,
    name: row.name,
    other_names: otherNames.filter(({ slug }) => slug === row.slug).map(({ name }) => name),
    owner_group: row.owner_group,
    decision: row.decision,
    sort_order: index,
    valid_from: schemeStart,
  })));
  await insertRows(client, "consent_notice", [{ ...own, version: 1, text: consentNotice, valid_from: "2026-01-01" }]);
}

const consentNotice = [
  "Đoàn Thanh niên ghi lại việc vừa giúp: họ tên, số định danh, năm sinh và việc đã làm.",
  "Thông tin dùng để thống kê và đối chiếu với iGate, công an; không đưa cho ai khác.",
  "Không bắt buộc. Muốn xem, sửa hoặc xoá thì nói với Đoàn xã, phường hoặc người đang giúp.",
].join("\n");

/** Printed targets of 2023 and the province's own, carried over to this year so that bars have a mark; teams have this year's only. */
export async function loadTargets(client: Client, provinceId: string, units: readonly DemoUnit[], year: number): Promise<void> {
  const byUnit = readCsv("annex1-2023-08.csv").map((row) => ({
    unit: row.unit!,
    values: {
      member_accounts: row.member_accounts_target,
      citizen_accounts: row.citizen_accounts_target,
      transacting_rate: row.transacting_rate_target_pct,
      online_rate: row.online_rate_target_pct,
      online_dossiers: row.online_dossiers_target,
      articles: row.articles_target,
      households: row.households_target,
    },
  }));
  const province = {
    unit: "Tỉnh Bình Định",
    values: {
      member_accounts: 48000, citizen_accounts: 66000, transacting_rate: 40, online_rate: 80,
      online_dossiers: 51000, articles: 2460, households: 400000, informed_members: 25000,
      // Goals to 2027 (Decision 5299, seed 002; seed 000's letter of 2022), in percent.
      online_share: 50, online_payment_share: 30, members_with_account: 70, members_vneid2: 100,
    },
  };
  const teams = units.filter(({ kind }) => kind === "team").map(({ name }) => ({ unit: name, values: targetsOfTeam }));
  const rows = [2023, year].flatMap((targetYear) =>
    [province, ...byUnit, ...(targetYear === year ? teams : [])].flatMap(({ unit, values }) =>
      Object.entries(values).map(([indicator, value]) => ({
        id: newId(),
        province_id: provinceId,
        unit_id: units.find(({ name }) => name === unit)!.id,
        year: targetYear,
        indicator,
        value: Number(value),
        set_at: "2023-01-01T00:00:00Z",
      })),
    ),
  );
  await insertRows(client, "target", rows);
}

/** Invented: what a direct unit might hand on to one team of five people. */
const targetsOfTeam = { member_accounts: 120, citizen_accounts: 180, online_dossiers: 480, vneid_accounts: 300, households: 900, articles: 6, informed_members: 240 };

/** As many invented members as the annex counts; nobody behind the hashes. */
export async function loadMembers(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<void> {
  const counts = readCsv("annex1-2023-08.csv").map((row) => ({
    unit_id: units.find(({ name }) => name === row.unit)!.id,
    members: Number(row.members),
  }));
  await client.query(
    `insert into member (id, province_id, number_hash, hash_version, last_four, unit_id, public_employee, valid_from)
     select gen_random_uuid(), $1::uuid, sha256(gen_random_uuid()::text::bytea), 1, lpad((number * 7919 % 10000)::text, 4, '0'), unit_id, number % 9 = 0, '2022-05-01'
     from jsonb_to_recordset($2::jsonb) as counts (unit_id uuid, members int), generate_series(1, members) as number`,
    [provinceId, JSON.stringify(counts)],
  );
}
