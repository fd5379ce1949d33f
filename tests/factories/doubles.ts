import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Person } from "@/lib/server/auth/person";
import { decideDouble } from "@/lib/server/doubles/decide-double";
import { listDoubles } from "@/lib/server/doubles/list-doubles";
import { makeManifest } from "./commands";

export const decidedAt = "2026-08-20T12:00:00.000Z";

/** Of the pairs that somebody sees those with one of these entries. */
export const pairsOf = async (person: Person, ...entryIds: string[]) =>
  (await listDoubles(person.actor)).pairs.filter(({ sides }) => sides.some(({ id }) => entryIds.includes(id)));

export const same = (person: Person, standingId: string, droppedId: string, changes: object = {}) =>
  decideDouble(person.actor, { verdict: "same", id: randomUUID(), device: makeManifest(), standingId, droppedId, expectedVersion: 1, ...changes }, decidedAt);

export const different = (person: Person, entryId: string, otherId: string) => decideDouble(person.actor, { verdict: "different", entryId, otherId }, decidedAt);

/** @returns status and flag of entries, as the database holds them */
export function watchEntries(client: Client) {
  return {
    statusOf: async (entryId: string) => (await client.query("select status::text from entry where id = $1", [entryId])).rows[0].status,
    isFlagged: async (...entryIds: string[]): Promise<boolean[]> => {
      const { rows } = await client.query<{ id: string; flagged: boolean }>(
        "select id, 'possibleDuplicate' = any(flags) as flagged from entry where id = any($1)", [entryIds]);
      return entryIds.map((id) => rows.find((row) => row.id === id)!.flagged);
    },
  };
}
