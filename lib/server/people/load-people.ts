import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { canGrant, canManage, canSeePerson, type Place } from "@/lib/domain/people/grants";
import { homesOf } from "@/lib/domain/people/homes";
import type { HeldRole } from "@/lib/domain/people/role-steps";
import type { MemberKind } from "@/lib/domain/shift/member-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { loadUnitPaths } from "@/lib/server/commands/unit-paths";
import type { Transaction } from "@/lib/server/database/with-actor";

type Nullable = Omit<HeldRole, "unitId" | "areaId" | "validTo"> & { readonly unitId: string | null; readonly areaId: string | null; readonly validTo: LocalDate | null };
type Row = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly memberKind: MemberKind;
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  /** Has come in on a phone. */
  readonly hasPhone: boolean;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly held: readonly Nullable[];
};

/** Somebody as whoever asks may see and change them today. */
export type LoadedPerson = Omit<Row, "held"> & {
  /** All that was ever held. */
  readonly held: readonly HeldRole[];
  readonly homes: readonly HeldRole[];
  readonly maySee: boolean;
  readonly mayChange: boolean;
  /** May whoever asks end this role? */
  readonly mayEnd: (held: HeldRole) => boolean;
};

/** These people by id; whom nobody knows is not among them. */
export async function loadPeople(tx: Transaction, actor: Actor, ids: readonly string[], today: LocalDate): Promise<Map<string, LoadedPerson>> {
  const rows = await tx.$queryRaw<Row[]>`
    select person.id, person.name, person.login, person.member_kind as "memberKind", person.password_hash is not null as "hasPassword",
           exists (select from device_manifest where device_manifest.user_id = person.id and app_version <> 'desk') as "hasPhone",
           person.must_change_password as "mustChangePassword", person.disabled_at as "disabledAt", person.created_at as "createdAt",
           coalesce(json_agg(json_build_object('id', held.id, 'role', held.role, 'unitId', held.unit_id, 'areaId', held.area_id,
             'validFrom', held.valid_from, 'validTo', held.valid_to) order by held.valid_from, held.id) filter (where held.id is not null), '[]') as held
    from app_user person left join role_assignment held on held.user_id = person.id
    where person.id = any (${[...ids]}::uuid[])
    group by person.id`;
  const paths = await loadUnitPaths(tx, [...new Set(rows.flatMap(({ held }) => held.flatMap(({ unitId }) => unitId ?? [])))]);
  const placeOf = ({ unitId, areaId }: HeldRole): Place => (areaId === undefined ? { unitPath: (unitId && paths(unitId, today)) || [] } : { areaId });
  return new Map(rows.map((row) => {
    const held = row.held.map(heldOf);
    const homes = homesOf(held, today);
    const managed = { id: row.id, homes: homes.map((home) => ({ role: home.role, place: placeOf(home) })) };
    const mayEnd = (one: HeldRole) => row.id !== actor.userId && canGrant(actor, one.role, placeOf(one), today);
    return [row.id, { ...row, held, homes, maySee: canSeePerson(actor, managed, today), mayChange: canManage(actor, managed, today), mayEnd }];
  }));
}

/** Unknown and forbidden are one. */
export async function findPerson(tx: Transaction, actor: Actor, id: string, today: LocalDate): Promise<LoadedPerson | undefined> {
  const person = (await loadPeople(tx, actor, [id], today)).get(id);
  return person?.maySee ? person : undefined;
}

function heldOf({ unitId, areaId, validTo, ...held }: Nullable): HeldRole {
  return { ...held, ...(unitId ? { unitId } : {}), ...(areaId ? { areaId } : {}), ...(validTo ? { validTo } : {}) };
}
