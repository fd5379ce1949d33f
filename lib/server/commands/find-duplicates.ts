import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";
import type { WorkingEntry } from "./working-entry";

/** Entries with an outcome whose person or dossier is recorded for another entry too, by anyone in the province. */
export async function findPossibleDuplicates(tx: Transaction, entries: readonly WorkingEntry[]): Promise<Set<string>> {
  const keys = entries.flatMap(keysOf);
  if (keys.length === 0) return new Set();
  const recorded = await tx.$queryRaw<{ entryId: string }[]>`
    select distinct entry_id as "entryId" from recorded_keys(
      ${keys.map(({ entryId }) => entryId)}::uuid[],
      ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map(({ digest }) => `\\x${Buffer.from(digest, "base64url").toString("hex")}`)}::text[]::bytea[])`;
  return new Set([...recorded.map(({ entryId }) => entryId), ...repeatedWithin(keys)]);
}

type Key = { readonly entryId: string; readonly kind: string; readonly digest: string };

function keysOf({ state, content }: WorkingEntry): Key[] {
  if (!content) return [];
  return state.outcomes.flatMap(({ kind, keyDigest }) => (keyDigest ? [{ entryId: state.id, kind, digest: keyDigest }] : []));
}

/** The entries of one slice are not in the tables yet. */
function repeatedWithin(keys: readonly Key[]): string[] {
  const first = new Map<string, string>();
  return keys.flatMap(({ entryId, kind, digest }) => {
    const key = `${kind}/${digest}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entryId);
    return earlier === undefined || earlier === entryId ? [] : [entryId];
  });
}
