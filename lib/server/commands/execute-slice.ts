import "server-only";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import type { Verdict } from "@/lib/protocol/commands";
import type { DigestScope } from "@/lib/domain/entry/outcome-states";
import type { Actor } from "@/lib/domain/people/actor";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActor } from "@/lib/server/database/with-actor";
import { decideSlice } from "./decide-slice";
import { saveDeviceManifest, withinInteger } from "./device-manifest";
import { loadKnownCommands } from "./known-commands";
import { loadEntries } from "./load-entries";
import type { Received } from "./parse-commands";
import { loadScheme } from "./scheme";
import { loadUnitPaths } from "./unit-paths";
import { writeSlice } from "./write-slice";

export type SliceRequest = { readonly actor: Actor; readonly device: DeviceManifest; readonly now: string };

/**
 * Executes commands in one transaction, all or none: load what they need, decide in memory, write. What was
 * answered is committed durably before this returns. Throws what the database throws.
 */
export function executeSlice(slice: readonly Received[], { actor, device, now }: SliceRequest): Promise<Map<Received, Verdict>> {
  return withActor(actor, async (tx) => {
    await tx.$queryRaw`select share_counting()::text`;
    await saveDeviceManifest(tx, actor, device, now);
    const known = await loadKnownCommands(tx, slice.map(({ commandId }) => commandId));
    const open = slice.filter(({ commandId }) => !known.has(commandId));
    const loaded = await loadEntries(tx, open.flatMap(({ command }) => (command ? [command.entryId] : [])));
    const context = {
      actor,
      now,
      digestKey,
      clockOffsetMs: withinInteger(device.clockOffsetMs),
      unitPaths: await loadUnitPaths(tx, unitsOf(open, loaded.values())),
      ...(await loadScheme(tx)),
    };
    const decided = decideSlice(slice, known, loaded, context);
    await writeSlice(tx, decided, { provinceId: actor.provinceId, actorId: actor.userId, deviceId: device.deviceId, now });
    return decided.verdicts;
  });
}

function digestKey(scope: DigestScope, text: string): string {
  return keyedHash(scope, text).toString("base64url");
}

function unitsOf(slice: readonly Received[], loaded: Iterable<{ readonly state: { readonly unitId: string } }>): string[] {
  const asked = slice.flatMap(({ command }) => (command?.type === "recordEntry" ? [command.unitId] : []));
  return [...new Set([...asked, ...Array.from(loaded, ({ state }) => state.unitId)])];
}
