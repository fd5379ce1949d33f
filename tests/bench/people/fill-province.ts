import { randomUUID } from "node:crypto";
import type pg from "pg";
import { insertRows } from "../../../prisma/demo/insert-rows";

const districts = 20;
const teamsEach = 20;

/** A province of the size of Bình Định's before 07/2025: 20 direct units of 20 teams each, and whoever keeps its people. */
export async function fillPeopleProvince(client: pg.Client): Promise<{ provinceId: string; topUnitId: string; officerId: string; unitNames: string[] }> {
  const [province_id, officerId, top] = [randomUUID(), randomUUID(), randomUUID()];
  const since = { valid_from: "2022-05-01" };
  await client.query("select set_config('app.province', $1, false)", [province_id]);
  await insertRows(client, "province", [{ id: province_id, code: "52", name: "Bình Định", feed_epoch: randomUUID() }]);
  const units = [{ id: top, kind: "province", name: "Tỉnh Bình Định", parent: "" }];
  for (let district = 1; district <= districts; district++) {
    const parent = randomUUID();
    units.push({ id: parent, kind: "directUnit", name: `Huyện đoàn Số ${district}`, parent: top });
    for (let team = 1; team <= teamsEach; team++) units.push({ id: randomUUID(), kind: "team", name: `Đội tình nguyện xã ${district}.${team}`, parent });
  }
  await insertRows(client, "unit", units.map(({ id, kind, name }) => ({ id, province_id, kind, name, sort_order: 0, ...since })));
  await insertRows(client, "unit_parent", units.filter(({ parent }) => parent !== "").map(({ id, parent }) => ({ province_id, unit_id: id, parent_id: parent, ...since })));
  await client.query("select refresh_unit_ancestors()");
  await insertRows(client, "app_user", [{ id: officerId, province_id, login: "vanphong", name: "Đặng Mỹ Hạnh", password_hash: "none", must_change_password: false, session_version: 1, created_at: new Date() }]);
  await insertRows(client, "role_assignment", [{ id: randomUUID(), province_id, user_id: officerId, role: "provinceVerifier", unit_id: top, ...since }]);
  return { provinceId: province_id, topUnitId: top, officerId, unitNames: units.filter(({ kind }) => kind === "team").map(({ name }) => name) };
}
