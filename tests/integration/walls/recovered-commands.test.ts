import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { withActor, withProvince } from "@/lib/server/database/with-actor";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let author: Person;
let leader: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  author = await province.addActingPerson("volunteer", province.units.teamA);
  leader = await province.addActingPerson("leader", province.units.teamA);
  await province.client.query(
    `insert into recovered_command (id, province_id, owner_id, command_id, entry_id, device_id, sealed, answer, received_at)
     values ($1, $2, $3, $1, $1, $1, '\\x00', '{}', now())`,
    [randomUUID(), province.provinceId, author.actor.userId]);
});
afterAll(() => province.remove());

const seen = (rows: Promise<{ count: number }[]>) => rows.then(([row]) => row!.count);
const count = "select count(*)::int as count from recovered_command";

test("what came sealed and was refused is its author's alone", async () => {
  expect(await seen(withActor(author.actor, (tx) => tx.$queryRawUnsafe(count)))).toBe(1);
  expect(await seen(withActor(leader.actor, (tx) => tx.$queryRawUnsafe(count)))).toBe(0);
  expect(await seen(withProvince(province.provinceId, (tx) => tx.$queryRawUnsafe(count)))).toBe(0);
});

test("nobody keeps something in another's name, and nobody takes it away", async () => {
  const insert = withActor(leader.actor, (tx) => tx.$executeRaw`
    insert into recovered_command (id, province_id, owner_id, command_id, entry_id, device_id, sealed, answer, received_at)
    values (gen_random_uuid(), ${province.provinceId}::uuid, ${author.actor.userId}::uuid, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '\\x00', '{}', now())`);
  await expect(insert).rejects.toThrow();
  expect(await withActor(leader.actor, (tx) => tx.$executeRaw`delete from recovered_command`)).toBe(0);
  await expect(withActor(author.actor, (tx) => tx.$executeRaw`update recovered_command set owner_id = ${leader.actor.userId}::uuid`)).rejects.toThrow();
});
