import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { annexIndicators, isRatio } from "../../../lib/domain/report/report-table";
import { loadDefinitions } from "../../../prisma/demo/definitions";
import { insertRows } from "../../../prisma/demo/insert-rows";

export type FilledProvince = { readonly provinceId: string; readonly unitId: string; readonly verifierId: string };

const directUnits = 20;
const teamsEach = 8;
const outcomesEach = 10;
const memberCount = 63_226;
const years = [2022, 2023];

/** 20 direct units with 8 teams each and whoever keeps the registers. */
export async function prepareUnits(client: Client): Promise<FilledProvince> {
  const [provinceId, unitId, verifierId] = [randomUUID(), randomUUID(), randomUUID()];
  const own = { province_id: provinceId, valid_from: "2022-01-01" };
  await client.query("select set_config('app.province', $1, false)", [provinceId]);
  await insertRows(client, "province", [{ id: provinceId, code: "60", name: "Bình Định", feed_epoch: randomUUID() }]);
  const direct = Array.from({ length: directUnits }, () => randomUUID());
  const teams = direct.flatMap((parent) => Array.from({ length: teamsEach }, () => ({ id: randomUUID(), parent })));
  await insertRows(client, "unit", [
    { ...own, id: unitId, kind: "province", name: "Tỉnh đoàn", sort_order: 0 },
    ...direct.map((id, index) => ({ ...own, id, kind: "directUnit", name: `Huyện đoàn ${index + 1}`, sort_order: index })),
    ...teams.map(({ id }, index) => ({ ...own, id, kind: "team", name: `Đội ${index + 1}`, sort_order: index })),
  ]);
  await insertRows(client, "unit_parent", [
    ...direct.map((id) => ({ ...own, unit_id: id, parent_id: unitId })),
    ...teams.map(({ id, parent }) => ({ ...own, unit_id: id, parent_id: parent })),
  ]);
  await client.query("select refresh_unit_ancestors()");
  await loadDefinitions(client, provinceId);
  await insertRows(client, "app_user", [{
    id: verifierId, province_id: provinceId, login: "verifier", name: "Lê Thị Hoa", password_hash: "none", must_change_password: false, session_version: 1, created_at: new Date(),
  }]);
  await insertRows(client, "role_assignment", [{ ...own, id: randomUUID(), user_id: verifierId, role: "provinceVerifier", unit_id: unitId }]);
  await insertRows(client, "target", years.flatMap((year) => [unitId, ...direct].flatMap((unit_id) => annexIndicators.map((indicator) => ({
    id: randomUUID(), province_id: provinceId, unit_id, indicator, year, value: isRatio(indicator) ? 40 : 1_000, set_by_id: verifierId, set_at: new Date(), origin: "hand",
  })))));
  return { provinceId, unitId, verifierId };
}

/**
 * What the registers say of members, as parts and wholes: accounts that count and of them those that transact, dossiers
 * of every day and team as an import of each week tells them, and a province of members with the days they came.
 */
async function fillWithShares(client: Client, provinceId: string): Promise<void> {
  await client.query(
    `insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta)
     select $1, unit_id, 'transacting_rate', told.stage, decided_on, happened_on, told.count
     from tally cross join lateral (values ('whole', delta), ('part', (delta + 2) / 3)) as told(stage, count)
     where tally.stage = 'matched' and indicator in ('member_accounts', 'citizen_accounts')`,
    [provinceId],
  );
  await client.query(
    `insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta)
     select $1, unit.id, share.indicator, told.stage, (date_trunc('week', day) + interval '7 days')::date, day::date, told.count
     from unit
     cross join generate_series('2022-05-01'::date, '2023-08-30'::date, interval '1 day') as day
     cross join (values ('online_rate'), ('online_share'), ('online_payment_share')) as share(indicator)
     cross join (values ('whole', 3), ('part', 1)) as told(stage, count)
     where unit.kind = 'team'`,
    [provinceId],
  );
  await client.query(
    `insert into member (id, province_id, number_hash, hash_version, unit_id, last_four, union_member, public_employee, valid_from)
     select gen_random_uuid(), $1, sha256(number::text::bytea), 1, unit.id, '0000', true, false, '2022-05-01'::date + number % 400
     from generate_series(1, $2::int) as number
     join (select id, row_number() over (order by id) - 1 as position, count(*) over () as units from unit where kind = 'team') unit on unit.position = number % units`,
    [provinceId, memberCount],
  );
  await client.query(
    `insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta)
     select $1, unit_id, share.indicator, told.stage, valid_from + 7, valid_from, told.count
     from (select unit_id, valid_from, count(*)::int as members from member group by unit_id, valid_from) listed
     cross join (values ('members_with_account'), ('members_vneid2')) as share(indicator)
     cross join lateral (values ('whole', members), ('part', (members + 4) / 5)) as told(stage, count)`,
    [provinceId],
  );
}

/**
 * Entries of sixteen months with ten outcomes each, three quarters confirmed within three days and half of those matched
 * in the week after, and the differences that the counting tells of them: one for each push of a day's work, with up to
 * four phones in a team, and for their reviews and matches; beside them what the registers say of members.
 */
export async function fillWithOutcomes(client: Client, { provinceId, verifierId }: FilledProvince, outcomes: number): Promise<void> {
  await client.query("truncate entry, outcome, member, tally, tally_day, tally_month, tally_until, tally_roll cascade");
  await client.query(`set session_replication_role = replica`);
  // Reports read the tallies: nobody looks an entry or outcome up here, and ten million would be written to each index.
  await client.query(`do $$ declare name text; begin
    for name in select indexrelid::regclass from pg_index where indrelid in ('entry'::regclass, 'outcome'::regclass) and not indisprimary
    loop execute 'drop index ' || name; end loop; end $$`);
  await client.query(
    `insert into entry (id, province_id, kind, unit_id, author_id, device_id, happened_at, happened_on, received_at, clock_offset_ms, status, version,
       status_changed_at, receipt, flags, place_kind, content)
     select gen_random_uuid(), $1, 'helpSession', unit.id, $2, $2, day, day, day, 0, (case when number % 4 = 0 then 'submitted' else 'confirmed' end)::"EntryStatus", 1,
       day + (number / 160 % 3) * interval '1 day', number::text, '{}', 'counter', '{}'
     from (select number, '2022-05-01'::date + (number::bigint * 7919 % 487)::int as day from generate_series(1, $3::int) as number) listed
     join (select id, row_number() over (order by id) - 1 as position, count(*) over () as units from unit where kind = 'team') unit on unit.position = number % units`,
    [provinceId, verifierId, Math.ceil(outcomes / outcomesEach)],
  );
  await client.query(
    `insert into outcome (id, province_id, entry_id, position, kind, revision, indicators, claimed_at, quantity)
     select gen_random_uuid(), $1, entry.id, position, 'dossierSubmitted', 1, array[(array['member_accounts', 'citizen_accounts', 'online_dossiers', 'articles', 'households',
       'vneid_accounts', 'informed_members'])[1 + position % 7]], entry.received_at, 1
     from entry cross join generate_series(0, $2::int - 1) as position`,
    [provinceId, outcomesEach],
  );
  await client.query(
    `insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta)
     select $1, entry.unit_id, outcome.indicators[1], told.stage, told.decided_on, entry.happened_on, count(*)
     from entry join outcome on outcome.entry_id = entry.id
     cross join lateral (values ('recorded', entry.happened_on, true), ('confirmed', entry.status_changed_at::date, entry.status = 'confirmed'),
       ('matched', (date_trunc('week', entry.status_changed_at) + interval '7 days')::date, entry.status = 'confirmed' and (outcome.position + entry.receipt::int) % 2 = 0)) as told(stage, decided_on, holds)
     where told.holds
     group by entry.unit_id, outcome.indicators[1], told.stage, told.decided_on, entry.happened_on, entry.receipt::int / (160 * 487) % 4`,
    [provinceId],
  );
  await fillWithShares(client, provinceId);
  await client.query(`set session_replication_role = origin`);
  await client.query("analyze");
}
