import { randomUUID } from "node:crypto";
import { LocalDate } from "@/lib/domain/time/local-date";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActor } from "@/lib/server/database/with-actor";
import { insertRows } from "../../prisma/demo/insert-rows";
import type { WorkingProvince } from "./working-province";

/** What the register lists: a dossier by its code, an account by its holder's number. */
export type Listed = { readonly dossier: string; readonly receivedOn: string; readonly channel?: "online" | "paper" } | { readonly account: string; readonly createdOn: string; readonly transactions?: number };

/** A batch of the register as it is once it was accepted, settled. */
export async function acceptRegister({ client, provinceId: province_id, units }: WorkingProvince, rows: readonly Listed[], at: string): Promise<void> {
  const verifier = { provinceId: province_id, userId: randomUUID(), active: true, assignments: [{ role: "provinceVerifier" as const, unitId: units.province, validFrom: LocalDate.parse("2022-05-01") }] };
  const id = randomUUID();
  const kind = rows.some((row) => "account" in row) ? "account" : "dossier";
  await insertRows(client, "import_batch", [
    { id, province_id, kind: `${kind}s`, status: "accepted", file_digest: "\\x00", layout: { mapping: { transactions: 1 } }, imported_by_id: verifier.userId, started_at: at, accepted_at: at },
  ]);
  await insertRows(client, "register_record", rows.map((row, index) => ({
    province_id, import_batch_id: id, row_number: index + 1, kind,
    dossier_code: "dossier" in row ? row.dossier : null,
    received_on: "dossier" in row ? row.receivedOn : null,
    channel: "dossier" in row ? (row.channel ?? "online") : null,
    number_hash: "account" in row ? `\\x${keyedHash("personalNumber", row.account).toString("hex")}` : null,
    created_on: "account" in row ? row.createdOn : null,
    transaction_count: "account" in row ? (row.transactions ?? 0) : null,
  })));
  await withActor(verifier, (tx) => tx.$queryRaw`select settle_import(${id}::uuid, ${at}::timestamptz)`);
}
