import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { loadDefinitions } from "../../../prisma/demo/definitions";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeSessionCookie } from "../../factories/session";

export type Volunteer = { readonly id: string; readonly teamId: string; readonly cookie: string; readonly deviceId: string };

/** A province with one team and people who are signed in. */
export async function prepareProvince(client: Client, people: number): Promise<Volunteer[]> {
  const province_id = randomUUID();
  const teamId = randomUUID();
  await client.query("select set_config('app.province', $1, false)", [province_id]);
  await insertRows(client, "province", [{ id: province_id, code: "52", name: "Bình Định", feed_epoch: randomUUID() }]);
  await insertRows(client, "unit", [{ id: teamId, province_id, kind: "team", name: "Đội xã Phước Lộc", sort_order: 0, valid_from: "2022-05-01" }]);
  await client.query("select refresh_unit_ancestors()");
  await loadDefinitions(client, province_id);
  const volunteers: Volunteer[] = [];
  for (let index = 0; index < people; index++) {
    const id = randomUUID();
    await insertRows(client, "app_user", [{
      id, province_id, login: `volunteer.${index}`, name: "Lê Thị Hoa", password_hash: "none", must_change_password: false, session_version: 1, created_at: new Date(),
    }]);
    await insertRows(client, "role_assignment", [{ id: randomUUID(), province_id, user_id: id, role: "volunteer", unit_id: teamId, valid_from: "2022-05-01" }]);
    volunteers.push({ id, teamId, cookie: await makeSessionCookie(client, id), deviceId: randomUUID() });
  }
  return volunteers;
}
