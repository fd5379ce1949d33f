import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { Verdict } from "@/lib/protocol/commands";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import { maxRecoveredPerRequest, type RecoveredCommandsRequest, type RecoveredCommandsResponse, type RecoveredRow } from "@/lib/protocol/recovered-commands";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { refused } from "@/lib/server/commands/decide-slice";
import { saveDeviceManifest } from "@/lib/server/commands/device-manifest";
import { withActor } from "@/lib/server/database/with-actor";
import { findStandings, type Standing } from "./find-standings";
import { keepRows, type Refused } from "./keep-rows";
import { openRow, type OpenedRow } from "./open-rows";
import { ordersFor } from "./orders-for";
import { returnRows } from "./return-rows";

/** Who asks: a person, a phone that its cookie vouches for, or both. */
export type Bringer = { readonly person: Person | undefined; readonly deviceId: string | undefined; readonly provinceId: string; readonly now: string };

type Taken = Pick<RecoveredCommandsResponse, "verdicts" | "opened" | "returned" | "orders">;

/**
 * Takes what a phone can't say itself any more, author by author; see lib/protocol/recovered-commands.ts. Rows for which
 * nobody may speak here are `failed`: they stay on the phone until their author signs in.
 */
export async function takeRows({ personId, device, rows, taken = [] }: RecoveredCommandsRequest, bringer: Bringer): Promise<Result<Taken, RefusalCode>> {
  const { person, deviceId } = bringer;
  if (!person && !deviceId) return err("notSignedIn");
  if (rows.length > maxRecoveredPerRequest) return err("tooLarge");
  const opened = rows.map(openRow);
  const verdicts = new Map<RecoveredRow, Verdict>();
  const note = (settled: ReadonlyMap<RecoveredRow, Verdict>) => settled.forEach((verdict, row) => verdicts.set(row, verdict));
  const byOwner = ofEachOwner(opened);
  const orders = await ordersFor(bringer.provinceId, deviceId ?? device.deviceId);
  const standings = deviceId ? await findStandings(bringer.provinceId, deviceId, [...byOwner.keys()]) : new Map<string, Standing>();
  for (const [ownerId, ofOwner] of byOwner) {
    if (person?.actor.userId === ownerId) note(await takeOwn(ofOwner, person, device, { ...bringer, willBeWiped: orders.orders !== undefined || person.isPhoneRevoked === true }));
    else note(await takeForOther(ofOwner, ownerId, standings.get(ownerId), device, bringer));
  }
  if (!person && rows.length > 0 && rows.every((row) => !verdicts.has(row))) return err("notSignedIn");
  if (!person && deviceId && personId) await saveOthersManifest(personId, { ...device, deviceId }, bringer);
  // On a phone that was taken back a session delivers and reads nothing. Whoever left has back what a forgotten PIN locked.
  const reader = person?.isPhoneRevoked ? undefined : person?.actor;
  const own = opened.filter(({ row, command }) => row.ownerId === reader?.userId && command !== undefined);
  return ok({
    verdicts: rows.map((row) => verdicts.get(row) ?? { commandId: row.commandId, verdict: "failed" as const }),
    opened: own.map(({ row: { commandId, entryId }, command }) => ({ commandId, entryId, command })),
    ...(reader ? { returned: await returnRows(reader, taken) } : {}),
    ...orders,
  });
}

/** What the phone holds of somebody who can't say it any more: their leader counts on it. */
async function saveOthersManifest(ownerId: string, device: DeviceManifest, { provinceId, now }: Bringer): Promise<void> {
  const standing = (await findStandings(provinceId, device.deviceId, [ownerId])).get(ownerId);
  if (!standing?.hasWorkedThere || !standing.unattended) return;
  await withActor(absent(provinceId, ownerId), (tx) => saveDeviceManifest(tx, { provinceId, userId: ownerId }, device, device.deviceId, now));
}

function absent(provinceId: string, userId: string): Actor {
  return { provinceId, userId, active: false, assignments: [] };
}

/**
 * As if the phone had sent them itself. Only what can't be opened has to be kept here: the rest goes back with the answer,
 * but to a phone that is about to forget everything, or to a session that reads nothing.
 */
async function takeOwn(
  opened: readonly OpenedRow[],
  { actor }: Person,
  device: DeviceManifest,
  { now, deviceId, willBeWiped }: Bringer & { readonly willBeWiped: boolean },
): Promise<Map<RecoveredRow, Verdict>> {
  const verdicts = await execute(opened, () => executeCommands({ actor }, { device, commands: commandsOf(opened) }, { now, cookieDevice: deviceId }));
  return kept(verdicts, ({ code }) => willBeWiped || code === "sealUnreadable", (rows) => keepRows(actor, rows, device.deviceId, now));
}

/** Nobody is there to see a refusal, so all that was refused is kept. */
async function takeForOther(
  opened: readonly OpenedRow[],
  ownerId: string,
  standing: Standing | undefined,
  device: DeviceManifest,
  { provinceId, deviceId, now }: Bringer,
): Promise<Map<RecoveredRow, Verdict>> {
  const { unattended, hasWorkedThere } = standing ?? {};
  if (!unattended || !deviceId) return new Map();
  const actor = absent(provinceId, ownerId);
  const brought = { ...device, deviceId };
  const verdicts = hasWorkedThere
    ? await execute(opened, () => executeCommands({ actor }, { device: brought, commands: commandsOf(opened) }, { now, unattended }))
    : new Map(opened.map(({ row }) => [row, refused(row, { code: "unknownOrForbidden" })]));
  return kept(verdicts, () => true, (rows) => keepRows(actor, rows, deviceId, now));
}

function ofEachOwner(opened: readonly OpenedRow[]): Map<string, OpenedRow[]> {
  const owners = new Map<string, OpenedRow[]>();
  for (const one of opened) owners.set(one.row.ownerId, [...(owners.get(one.row.ownerId) ?? []), one]);
  return owners;
}

function commandsOf(opened: readonly OpenedRow[]): unknown[] {
  return opened.flatMap(({ command }) => (command === undefined ? [] : [command]));
}

async function execute(opened: readonly OpenedRow[], work: () => Promise<Verdict[]>): Promise<Map<RecoveredRow, Verdict>> {
  const answers = (await work()).values();
  return new Map(opened.map(({ row, command }) => [row, command === undefined ? refused(row, { code: "sealUnreadable" }) : answers.next().value!]));
}

/** What could not be kept was not refused for good: the phone holds on to it. */
async function kept(
  verdicts: ReadonlyMap<RecoveredRow, Verdict>,
  toKeep: (verdict: Refused["verdict"]) => boolean,
  keep: (rows: readonly Refused[]) => Promise<boolean>,
): Promise<Map<RecoveredRow, Verdict>> {
  const rows = [...verdicts].flatMap(([row, verdict]) => (verdict.verdict === "refused" && toKeep(verdict) ? [{ row, verdict }] : []));
  if (await keep(rows)) return new Map(verdicts);
  const lost = new Set(rows.map(({ row }) => row));
  return new Map([...verdicts].filter(([row]) => !lost.has(row)));
}
