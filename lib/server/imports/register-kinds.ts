import "server-only";
import type { RecordOf } from "@/lib/domain/import/read-record";
import type { RegisterKind } from "@/lib/protocol/imports";
import { hashVersion } from "@/lib/server/crypto/keyed-hash";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { batchKindOf } from "./batch-kinds";
import { keyColumn, registerColumns, type RegisterColumn } from "./register-columns";
import type { Numbered, Staged, StageKind, Staging } from "./stage-kind";

const dossier: StageKind<"dossier"> = {
  kind: "dossier",
  batchKind: batchKindOf.dossier,
  keyOf: ({ code }) => code,
  stage: (staging, rows) => stage("dossier", registerColumns.dossier, staging, rows),
  previewOf: ({ applicantNumber, ...rest }) => ({ ...rest, ...(applicantNumber ? { applicantNumber: masked(applicantNumber) } : {}) }),
  plainFields: ["code", "receivedOn"],
};

const account: StageKind<"account"> = {
  kind: "account",
  batchKind: batchKindOf.account,
  keyOf: ({ number }) => number,
  stage: (staging, rows) => stage("account", registerColumns.account, staging, rows),
  previewOf: ({ number, ...rest }) => ({ number: masked(number), ...rest }),
  plainFields: ["createdOn", "linkedOn", "transactions"],
};

export const registerStageKinds: { readonly [Kind in RegisterKind]: StageKind<Kind> } = { dossier, account };

/**
 * One statement for a slice: each row is looked up by its key in what speaks now, and before that in what the batch
 * itself brought earlier. A column that the file doesn't have keeps what is known.
 */
function stage<Kind extends RegisterKind>(
  kind: Kind, columns: readonly RegisterColumn<RecordOf[Kind]>[], { provinceId, batchId, mapping }: Staging, rows: readonly Numbered<RecordOf[Kind]>[],
): (tx: Transaction) => Promise<Staged> {
  const names = list(columns.map(({ name }) => Prisma.raw(name)));
  const said = list(columns.map(({ name, field }) => Prisma.raw(mapping[field] === undefined ? `coalesce(r.${name}, spoken.${name}) as ${name}` : `r.${name}`)));
  const key = Prisma.raw(keyColumn[kind]);
  // Said in the statement itself: the indexes are of one kind each.
  const ofKind = Prisma.raw(`'${kind}'`);
  const statement = Prisma.sql`
    with looked as materialized (
      select r.row_number, ${said}, spoken.import_batch_id as known_batch,
             spoken.import_batch_id is null or (${list(columns.map(({ name }) => Prisma.raw(`spoken.${name}`)))}) is distinct from (${list(
               columns.map(({ name, field }) => Prisma.raw(mapping[field] === undefined ? `coalesce(r.${name}, spoken.${name})` : `r.${name}`)))}) as differs
      from unnest(${arrayOf("int", rows.map(({ rowNumber }) => rowNumber))}, ${list(columns.map(({ type, of }) => arrayOf(type, rows.map(({ record }) => of(record)))))}) as r(row_number, ${names})
      left join lateral (
        select listed.* from register_record listed join import_batch on import_batch.id = listed.import_batch_id
        where listed.province_id = ${provinceId}::uuid and listed.${key} = r.${key} and listed.kind = ${ofKind}
          and (import_batch.accepted_at is not null or listed.import_batch_id = ${batchId}::uuid)
        order by import_batch.accepted_at desc nulls first, listed.row_number desc limit 1
      ) spoken on true
    ), written as (
      insert into register_record (province_id, import_batch_id, kind, hash_version, row_number, ${names})
      select ${provinceId}::uuid, ${batchId}::uuid, ${ofKind}, case when number_hash is not null then ${hashVersion}::smallint end, row_number, ${names}
      from looked where differs
    )
    select (count(*) filter (where known_batch is null))::int as added,
           (count(*) filter (where known_batch <> ${batchId}::uuid))::int as changed
    from looked where differs`;
  return async (tx) => (await tx.$queryRaw<Staged[]>(statement))[0] ?? { added: 0, changed: 0 };
}

/**
 * A column of a slice as one text, bytes to Prisma: an array would be escaped element by element, on both sides. What is
 * read has no control characters, and no empty texts. With the collation of a column: that of a conversion is another, and
 * no index would be used for it.
 */
function arrayOf(type: string, values: readonly (string | number | boolean | undefined)[]): Prisma.Sql {
  const text = values.map((value) => value ?? "").join("\u001f");
  return Prisma.sql`string_to_array(convert_from(${Buffer.from(text)}, 'UTF8') collate "default", chr(31), '')::${Prisma.raw(type)}[]`;
}

/** From the first row number on, along the key. */
export function removeRegisterRows(tx: Transaction, batchId: string, most: number): Promise<number> {
  return tx.$executeRaw`
    delete from register_record where import_batch_id = ${batchId}::uuid and row_number < coalesce(
      (select row_number from register_record where import_batch_id = ${batchId}::uuid order by row_number offset ${most} limit 1), 2147483647)`;
}

function masked(number: string): string {
  return `••••${number.slice(-4)}`;
}

const list = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts]);
