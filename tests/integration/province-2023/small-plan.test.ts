import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/lib/server/database/client";
import type { AnnexTotals, AnnexUnit, Printed } from "../../../prisma/province-2023/annex-files";
import { checkTable, readAugust } from "../../../prisma/province-2023/check-province";
import { planProvince } from "../../../prisma/province-2023/plan";
import { entriesOf } from "../../../prisma/province-2023/planned-entries";
import { prepareProvince } from "../../../prisma/province-2023/prepare-province";
import { writeProvince, type Province } from "../../../prisma/province-2023/write-province";
import { useEnvironment } from "../../factories/small-province";
import { freshDatabase } from "../../setup/fresh-database";

const printed = (july: number, august: number): Printed => ({ july, august });

/** One with teams whose dossiers fall, one that records itself and stays as it is, one with nothing at all. */
const annex: AnnexUnit[] = [
  {
    name: "Huyện đoàn Hoài Ân", members: 40, memberAccounts: printed(30, 36), citizenAccounts: printed(20, 30), transactingRate: printed(24, 24),
    onlineRate: printed(37, 38), onlineDossiers: printed(45, 27), articles: printed(2, 3), households: printed(12, 40),
  },
  {
    name: "Đoàn Thanh niên Công an tỉnh", members: 10, memberAccounts: printed(4, 4), citizenAccounts: printed(2, 2), transactingRate: printed(50, 50),
    onlineRate: printed(20, 20), onlineDossiers: printed(3, 3), articles: printed(3, 3), households: printed(0, 1),
  },
  {
    name: "Đoàn Thanh niên Bộ đội Biên phòng tỉnh", members: 5, memberAccounts: printed(0, 0), citizenAccounts: printed(0, 0), transactingRate: printed(0, 0),
    onlineRate: printed(0, 0), onlineDossiers: printed(0, 0), articles: printed(0, 0), households: printed(0, 0),
  },
];
const totals: AnnexTotals = { transactingAccounts: 19, memberDossiers: { online: 36, all: 100 } };
const plan = planProvince(annex, totals);

let client: pg.Client;
let province: Province;
let unitId: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let written = 0;

beforeAll(async () => {
  database = await freshDatabase();
  useEnvironment(database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  province = await prepareProvince(client);
  await writeProvince(client, plan, province, { written: (entries) => void (written += entries), doing: () => {} });
  unitId = (await client.query<{ id: string }>("select id from unit where kind = 'province'")).rows[0]!.id;
});
afterAll(async () => {
  await client?.end();
  await closeDatabase();
  await database?.drop();
});

test("what was recorded, decided and imported is reported as planned, in August and in July as it was known then", async () => {
  const { cells, differences } = checkTable(await readAugust(province.verifier, unitId), annex, totals, []);
  expect(differences).toEqual([]);
  expect(cells).toBe(3 * 7 * 4 + 8);
});

test("a number that is printed otherwise is named", async () => {
  const [hoaiAn, ...others] = annex;
  const { differences } = checkTable(await readAugust(province.verifier, unitId), [{ ...hoaiAn!, articles: printed(2, 4) }, ...others], totals, []);
  expect(differences).toEqual([
    "Huyện đoàn Hoài Ân, articles, annex 1: 3 instead of 4",
    "Huyện đoàn Hoài Ân, articles, August: 3 instead of 4",
    "Huyện đoàn Hoài Ân, articles, change: 50% instead of 100%",
    "Together, articles: 6 instead of 7",
  ]);
});

test("the progress ends with the last entry", async () => {
  const { rows } = await client.query<{ count: number }>("select count(*)::int as count from entry");
  expect([written, rows[0]!.count]).toEqual([entriesOf(plan), entriesOf(plan)]);
});

test("beside what counts there is what doesn't: unknown to the register, too early, twice, waiting, sent back", async () => {
  const { rows: standings } = await client.query<{ standing: string }>("select distinct standing from outcome_standing where standing is not null");
  expect(standings.map(({ standing }) => standing)).toEqual(expect.arrayContaining(["matched", "notFound", "outsideScheme", "onPaper", "awaitingPolice", "checkedByOfficer", "notNeeded"]));
  const { rows: statuses } = await client.query<{ status: string }>("select distinct status::text from entry");
  expect(statuses.map(({ status }) => status)).toEqual(expect.arrayContaining(["confirmed", "submitted"]));
});
