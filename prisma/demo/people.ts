import { hash } from "@node-rs/argon2";
import type { Client } from "pg";
import type { Role } from "../../lib/domain/people/actor";
import { readFileSync } from "node:fs";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import type { DemoUnit } from "./units";

type Account = {
  readonly role: Role;
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly unit?: string;
  readonly area?: string;
};

export type DemoPerson = Account & { readonly id: string; readonly unitId?: string };

const accounts = JSON.parse(readFileSync(new URL("../demo-accounts.json", import.meta.url), "utf8")) as Account[];

/** Invented people for every role, with the passwords that the start prints. */
export async function loadPeople(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<DemoPerson[]> {
  const hashes = new Map<string, string>();
  for (const { password } of accounts) if (!hashes.has(password)) hashes.set(password, await hash(password));
  const communes = await client.query<{ id: string; name: string }>("select id, name from area where kind = 'commune' and valid_to is null");
  const people = accounts.map((account) => {
    const unitId = units.find(({ name }) => name === account.unit)?.id;
    return { ...account, id: newId(), ...(unitId ? { unitId } : {}) };
  });
  await insertRows(client, "app_user", people.map(({ id, login, name, password }) => ({
    id,
    province_id: provinceId,
    login,
    name,
    password_hash: hashes.get(password),
    must_change_password: false,
    session_version: 1,
    created_at: new Date(),
  })));
  await insertRows(client, "role_assignment", people.map(({ id, role, unitId, area }) => ({
    id: newId(),
    province_id: provinceId,
    user_id: id,
    role,
    unit_id: unitId ?? null,
    area_id: communes.rows.find(({ name }) => name === area)?.id ?? null,
    valid_from: "2022-05-01",
  })));
  return people;
}
