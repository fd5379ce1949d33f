import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Verdict } from "@/lib/protocol/commands";
import type { RecoveredCommandsResponse } from "@/lib/protocol/recovered-commands";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { openRow } from "./open-rows";
import { waitsHere } from "./waits-here";

const atOnce = 50;

/**
 * So long it is remembered which commands their author was given back: phones stay away for weeks, and forget after
 * thirty days without the server what came from it (lib/phone/recovery/offline-age.ts).
 */
const rememberedDays = 180;

/**
 * What other phones brought of the person's and could not be done, opened for the person alone. It comes again until
 * the phone says that it has stored it: only then it goes here. What can't be opened stays.
 */
export function returnRows(actor: Actor, taken: readonly string[]): Promise<NonNullable<RecoveredCommandsResponse["returned"]>> {
  return withActor(actor, async (tx) => {
    await forget(tx, actor, taken);
    await tx.$executeRaw`
      delete from recovered_command
      where owner_id = ${actor.userId}::uuid and answer ? 'taken' and received_at < now() - make_interval(days => ${rememberedDays})`;
    const rows = await tx.$queryRaw<Row[]>`
      select command_id as "commandId", entry_id as "entryId", sealed, answer as verdict from recovered_command
      where owner_id = ${actor.userId}::uuid and ${waitsHere()} order by received_at, id limit ${atOnce}`;
    return rows.flatMap(({ commandId, entryId, sealed, verdict }) => {
      const { command } = openRow({ commandId, entryId, ownerId: actor.userId, sealed: Buffer.from(sealed).toString("base64url") });
      return command === undefined ? [] : [{ commandId, entryId, verdict, command }];
    });
  });
}

/** That a command came this way stays known from now on, see `loadReturned`; what it says does not. */
async function forget(tx: Transaction, { provinceId, userId }: Actor, taken: readonly string[]): Promise<void> {
  if (taken.length === 0) return;
  const rows = await tx.$queryRaw<{ commandId: string; entryId: string; deviceId: string }[]>`
    delete from recovered_command where owner_id = ${userId}::uuid and command_id = any (${[...taken]}::uuid[]) and answer ->> 'code' <> 'sealUnreadable'
    returning command_id as "commandId", entry_id as "entryId", device_id as "deviceId"`;
  await insertRows(tx, "recovered_command", { province_id: provinceId, owner_id: userId, sealed: hexOf(new Uint8Array()), answer: { taken: true }, received_at: new Date() },
    rows.map(({ commandId, entryId, deviceId }) => ({ id: newId(), command_id: commandId, entry_id: entryId, device_id: deviceId })));
}

/**
 * Which of these commands a phone brought that might not speak for the person: anybody can seal to the server's key. When
 * the person's own phone sends them, it does so without asking the person.
 */
export async function loadReturned(tx: Transaction, { userId }: Actor, commandIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ commandId: string }[]>`
    select command_id as "commandId" from recovered_command
    where province_id = app_province() and owner_id = ${userId}::uuid and command_id = any (${[...commandIds]}::uuid[])`;
  return new Set(rows.map(({ commandId }) => commandId));
}

type Row = { commandId: string; entryId: string; sealed: Uint8Array; verdict: Verdict };
