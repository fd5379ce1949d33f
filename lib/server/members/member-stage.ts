import "server-only";
import { cleanCell } from "@/lib/domain/import/clean-cell";
import { unitDirectory, type FindUnit } from "@/lib/domain/members/unit-directory";
import type { RegisterMember } from "@/lib/domain/import/read-record";
import type { Actor } from "@/lib/domain/people/actor";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import type { Result } from "@/lib/domain/result";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { insertRows, hexOf } from "@/lib/server/database/insert-rows";
import { withActor } from "@/lib/server/database/with-actor";
import { batchKindOf } from "@/lib/server/imports/batch-kinds";
import type { AnyBatch } from "@/lib/server/imports/batch-row";
import type { StageKind } from "@/lib/server/imports/stage-kind";
import { listUnits } from "./list-units";
import { memberOptionsOf } from "./member-options";

/** How a file of members is staged: its units are those of the province as they are when reading begins. */
export async function openMemberStage(actor: Actor, batch: AnyBatch): Promise<StageKind<"member">> {
  const { asOf } = memberOptionsOf(batch);
  const find = remembered(unitDirectory(await withActor(actor, listUnits)));
  /** Who left before the file's day may have left a unit that was gone by then. */
  const unitOf = ({ unit, leftOn }: RegisterMember) => {
    const found = find(unit, asOf);
    return found.ok || leftOn === undefined ? found : find(unit, addDays(leftOn, -1));
  };
  return {
    kind: "member",
    batchKind: batchKindOf.member,
    keyOf: ({ number, unit }) => `${number} ${unit}`,
    problemOf: (record) => {
      const found = unitOf(record);
      if (!found.ok) return { field: "unit", code: found.error };
      return record.joinedOn !== undefined && record.joinedOn > asOf ? { field: "joinedOn", code: "dateInFuture" } : undefined;
    },
    stage: ({ provinceId, batchId }, rows) => async (tx) => {
      const staged = new Map(rows.flatMap(({ rowNumber, record }) => {
        const found = unitOf(record);
        if (!found.ok) return [];
        const { number, joinedOn, leftOn, publicEmployee } = record;
        return [[`${number} ${found.value.id}`, {
          number_hash: hexOf(keyedHash("personalNumber", number)), unit_id: found.value.id, row_number: rowNumber, last_four: number.slice(-4),
          joined_on: joinedOn, left_on: leftOn, public_employee: publicEmployee,
        }] as const];
      }));
      await insertRows(tx, "member_staging", { province_id: provinceId, batch_id: batchId }, [...staged.values()], laterRowIsMeant);
      // What is new in it shows when all of it is known.
      return { added: 0, changed: 0 };
    },
    previewOf: (record) => {
      const found = unitOf(record);
      return { ...record, number: `••••${record.number.slice(-4)}`, ...(found.ok ? { unit: found.value.name } : {}) };
    },
    plainFields: ["unit", "joinedOn", "leftOn"],
    plainTextOf: (field, text) => (field === "unit" ? nameOfPlace(text) : undefined),
  };
}

const laterRowIsMeant = `
  on conflict (batch_id, number_hash, unit_id) do update
  set row_number = excluded.row_number, joined_on = excluded.joined_on, left_on = excluded.left_on, public_employee = excluded.public_employee`;

/** A column may have been chosen wrongly: only what begins as no person's name does is kept. "Đoàn" and "Trường" are names. */
function nameOfPlace(text: string): string | undefined {
  const cell = cleanCell(text).slice(0, 60);
  return /^(?:(?:chi )?đoàn )?(?:xã|phường|thị trấn|thị xã|thành phố|huyện|huyện đoàn|thị đoàn|thành đoàn|khối|h\.|x\.|p\.|tt\.|tx\.|tp\.)[\s.]*\p{L}/iu.test(cell) && !/\d{5}/.test(cell) ? cell : undefined;
}

/** The same few hundred units stand in tens of thousands of rows. */
function remembered(find: FindUnit): FindUnit {
  const known = new Map<string, Result<unknown, unknown>>();
  return (text: string, day: LocalDate) => {
    const key = `${day} ${text}`;
    const found = (known.get(key) as ReturnType<FindUnit> | undefined) ?? find(text, day);
    if (known.size < 20_000) known.set(key, found);
    return found;
  };
}
