import type { Client } from "pg";
import type { Role } from "../../lib/domain/people/actor";
import { insertRows } from "../demo/insert-rows";
import { newId } from "../demo/new-id";
import type { DemoPerson } from "../demo/people";
import type { DemoUnit } from "../demo/units";
import { headAt } from "./invented-people";

/** Who records for one unit and who looks at it. */
export type Team = { readonly unitId: string; readonly volunteers: readonly DemoPerson[]; readonly leader: DemoPerson };
export type Staff = { readonly teams: readonly Team[]; readonly officer: DemoPerson };

const volunteersPerTeam = 3;

/**
 * Volunteers and a leader of every team, of direct units without teams their own, and an officer of every direct unit. They
 * sign in with the demo's password.
 * @returns by the direct unit's name
 */
export async function loadStaff(client: Client, provinceId: string, units: readonly DemoUnit[]): Promise<Map<string, Staff>> {
  const { rows } = await client.query<{ password_hash: string }>("select password_hash from app_user where province_id = $1 limit 1", [provinceId]);
  const hired: DemoPerson[] = [];
  const hire = (role: Role, { id: unitId, name: unit }: DemoUnit, login: string): DemoPerson => {
    const person = { id: newId(), role, login, password: "", name: headAt(hired.length * 5), unit, unitId };
    hired.push(person);
    return person;
  };
  const staff = units.filter(({ kind }) => kind === "directUnit").map((direct, index): [string, Staff] => [direct.name, {
    teams: teamsOf(direct, units).map((team, place) => ({
      unitId: team.id,
      volunteers: Array.from({ length: volunteersPerTeam }, (_, number) => hire("volunteer", team, `tnv${index + 1}-${place + 1}-${number + 1}`)),
      leader: hire("leader", team, `doitruong${index + 1}-${place + 1}`),
    })),
    officer: hire("officer", direct, `canbo${index + 1}`),
  }]);
  await insertRows(client, "app_user", hired.map(({ id, login, name }) => ({
    id, province_id: provinceId, login, name, password_hash: rows[0]!.password_hash, must_change_password: false, session_version: 1, created_at: new Date(),
  })));
  await insertRows(client, "role_assignment", hired.map(({ id, role, unitId }) => ({
    id: newId(), province_id: provinceId, user_id: id, role, unit_id: unitId, valid_from: "2022-05-01",
  })));
  return new Map(staff);
}

function teamsOf(direct: DemoUnit, units: readonly DemoUnit[]): DemoUnit[] {
  const below = new Set(units.filter(({ parentId }) => parentId === direct.id).map(({ id }) => id));
  const teams = units.filter(({ kind, parentId }) => kind === "team" && parentId !== null && below.has(parentId));
  return teams.length > 0 ? teams : [direct];
}
