import "server-only";
import { createHash } from "node:crypto";
import { layoutSignature, type Header } from "@/lib/domain/import/header";
import { Mapping } from "@/lib/domain/import/mapping";
import type { Actor } from "@/lib/domain/people/actor";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { Transaction } from "@/lib/server/database/with-actor";
import { reconcileTexts } from "@/lib/text/desk-reconcile";

export type KnownLayout = { readonly mapping: Mapping; readonly name: string };

type Remembered = { readonly kind: RecordKind; readonly signature: string; readonly mapping: Mapping; readonly name: string | undefined; readonly now: string };

/** Says whether two files have the same columns. */
export function signatureOf(kind: RecordKind, header: Header): string {
  return createHash("sha256").update(layoutSignature(kind, header)).digest("hex");
}

/** How files with these columns are read from now on. Without a name it keeps the one it has, or gets one. @returns its name */
export async function rememberLayout(tx: Transaction, actor: Actor, { kind, signature, mapping, name, now }: Remembered): Promise<string> {
  const [known] = await tx.$queryRaw<{ name: string | null; others: number }[]>`
    select max(name) filter (where signature = ${signature}) as name, count(*)::int as others from import_layout where kind = ${kind}`;
  const chosen = name ?? known?.name ?? reconcileTexts.layoutName(kind, (known?.others ?? 0) + 1);
  await tx.$executeRaw`
    insert into import_layout (province_id, kind, signature, name, mapping, saved_by_id, saved_at)
    values (${actor.provinceId}::uuid, ${kind}, ${signature}, ${chosen}, ${JSON.stringify(mapping)}::jsonb, ${actor.userId}::uuid, ${now}::timestamptz)
    on conflict (province_id, kind, signature) do update set name = excluded.name, mapping = excluded.mapping, saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at`;
  return chosen;
}

export async function findLayout(tx: Transaction, kind: RecordKind, signature: string): Promise<KnownLayout | undefined> {
  const [row] = await tx.$queryRaw<{ mapping: unknown; name: string }[]>`
    select mapping, name from import_layout where kind = ${kind} and signature = ${signature}`;
  const mapping = Mapping.safeParse(row?.mapping);
  return row && mapping.success ? { mapping: mapping.data, name: row.name } : undefined;
}
