import "server-only";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import type { Verdict } from "@/lib/protocol/commands";
import type { CommandContext } from "@/lib/domain/command/apply-command";
import type { DigestScope } from "@/lib/domain/entry/outcome-states";
import type { Actor } from "@/lib/domain/people/actor";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActor } from "@/lib/server/database/with-actor";
import { decideSlice } from "./decide-slice";
import { isRevoked, saveDeviceManifest, withinInteger } from "./device-manifest";
import { loadHeirsOfDay } from "./heirs-of-day";
import { loadKnownCommands } from "./known-commands";
import { loadReturned } from "@/lib/server/recovery/return-rows";
import { loadEntries } from "./load-entries";
import { loadRelatives } from "./load-relatives";
import type { Received } from "./parse-commands";
import { loadScheme } from "./scheme";
import { loadUnitPaths } from "./unit-paths";
import { writeSlice } from "./write-slice";

export type SliceRequest = Unattended & {
  readonly actor: Actor;
  readonly device: DeviceManifest;
  /** The phone that the request's cookie was given to. */
  readonly cookieDevice?: string | undefined;
  readonly now: string;
};

/** Why the phone speaks without its person. What it says of itself is then nobody's manifest. */
export type Unattended = Pick<CommandContext, "unattended">;

/**
 * Executes commands in one transaction, all or none: load what they need, decide in memory, write. What was
 * answered is committed durably before this returns. Throws what the database throws.
 */
export function executeSlice(slice: readonly Received[], { actor, device, cookieDevice, now, unattended }: SliceRequest): Promise<Map<Received, Verdict>> {
  return withActor(actor, async (tx) => {
    await tx.$queryRaw`select share_counting()::text`;
    if (!unattended) await saveDeviceManifest(tx, actor, device, cookieDevice, now);
    const held = unattended ?? ((await isRevoked(tx, device.deviceId)) ? "revokedPhone" : undefined);
    const known = await loadKnownCommands(tx, slice.map(({ commandId }) => commandId));
    const open = slice.filter(({ commandId }) => !known.has(commandId));
    const loaded = await loadEntries(tx, open.flatMap(({ command }) => (command ? [command.entryId] : [])));
    const recordedFor = open.flatMap(({ command }) => (command?.type === "recordEntry" ? [command.unitId] : []));
    const entryUnits = Array.from(loaded.values(), ({ state }) => state.unitId);
    const relatives = await loadRelatives(tx, [...new Set(recordedFor)]);
    const context = {
      actor,
      now,
      digestKey,
      clockOffsetMs: withinInteger(device.clockOffsetMs),
      relatives,
      heirsOfDay: await loadHeirsOfDay(tx, [...new Set(entryUnits)]),
      unitPaths: await loadUnitPaths(tx, [...new Set([...recordedFor, ...entryUnits, ...relatives.keys()])]),
      ...(await loadScheme(tx)),
      ...(held ? { unattended: held } : {}),
      returned: await loadReturned(tx, actor, open.map(({ commandId }) => commandId)),
    };
    const decided = decideSlice(slice, known, loaded, context);
    await writeSlice(tx, decided, { provinceId: actor.provinceId, actorId: actor.userId, deviceId: device.deviceId, now });
    return decided.verdicts;
  });
}

function digestKey(scope: DigestScope, text: string): string {
  return keyedHash(scope, text).toString("base64url");
}
