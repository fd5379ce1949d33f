import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { hashPassword } from "@/lib/server/auth/password";
import { closeDatabase } from "@/lib/server/database/client";
import type { Role } from "@/lib/domain/people/actor";
import { insertRows } from "../../prisma/demo/insert-rows";
import { freshDatabase } from "../setup/fresh-database";

/** Password of everybody in the small province. */
export const password = "mot-mat-khau-dai";

/**
 * A province › one direct unit › two teams, with people who can sign in, in a database of its own that the
 * server's code is pointed at.
 */
export async function makeSmallProvince() {
  const database = await freshDatabase();
  useEnvironment(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const provinceId = randomUUID();
  const units = { province: randomUUID(), district: randomUUID(), teamA: randomUUID(), teamB: randomUUID() };
  await client.query("select set_config('app.province', $1, false)", [provinceId]);
  await insertRows(client, "province", [{ id: provinceId, code: "52", name: "Bình Định", feed_epoch: randomUUID() }]);
  await insertRows(client, "unit", [
    unit(units.province, "province", "Tỉnh đoàn"),
    unit(units.district, "directUnit", "Huyện đoàn Tuy Phước"),
    unit(units.teamA, "team", "Đội xã Phước Lộc"),
    unit(units.teamB, "team", "Đội xã Phước Sơn"),
  ]);
  await insertRows(client, "unit_parent", [
    step(units.district, units.province),
    step(units.teamA, units.district),
    step(units.teamB, units.district),
  ]);
  await client.query("select refresh_unit_ancestors()");
  const passwordHash = await hashPassword(password);

  return {
    client,
    provinceId,
    units,
    addPerson: async (role: Role, unitId: string, name = "Lê Thị Hoa"): Promise<SmallPerson> => {
      const id = randomUUID();
      const login = `${role.toLowerCase()}.${randomBytes(4).toString("hex")}`;
      await insertRows(client, "app_user", [{
        id, province_id: provinceId, login, name, password_hash: passwordHash,
        must_change_password: false, session_version: 1, created_at: new Date(),
      }]);
      await insertRows(client, "role_assignment", [{
        id: randomUUID(), province_id: provinceId, user_id: id, role, unit_id: unitId, valid_from: "2022-05-01",
      }]);
      return { id, login, name };
    },
    /** Another session of the database's owner, for what happens at the same time. */
    connect: async (): Promise<pg.Client> => {
      const other = new pg.Client({ connectionString: database.url });
      await other.connect();
      return other;
    },
    remove: async () => {
      await client.end();
      await closeDatabase();
      await database.drop();
    },
  };

  function unit(id: string, kind: string, name: string) {
    return { id, province_id: provinceId, kind, name, sort_order: 0, valid_from: "2022-05-01" };
  }
  function step(unitId: string, parentId: string) {
    return { province_id: provinceId, unit_id: unitId, parent_id: parentId, valid_from: "2022-05-01" };
  }
}

export type SmallProvince = Awaited<ReturnType<typeof makeSmallProvince>>;
export type SmallPerson = { readonly id: string; readonly login: string; readonly name: string };

/** The server reads its configuration once per process: test files run in processes of their own. */
export function useEnvironment(databaseUrl: string): void {
  process.env.DATABASE_URL = databaseUrl;
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] ??= randomBytes(32).toString("base64");
}
