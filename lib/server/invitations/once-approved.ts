import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err } from "@/lib/domain/result";
import { DeviceManifest } from "@/lib/protocol/device-manifest";
import { readDeviceHeader } from "@/lib/server/changes/device-header";
import { saveDeviceManifest } from "@/lib/server/commands/device-manifest";
import { withActor } from "@/lib/server/database/with-actor";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import type { Answered, Asked } from "@/lib/server/http/handle";

/**
 * Whoever asked to join and was not approved yet is turned away as a whole, before anything of the request is looked at:
 * the phone keeps its queue as it is. What it says that it holds is kept, so that the leader sees it.
 */
export function onceApproved<Body extends object>(
  run: (asked: Asked<Body>) => Promise<Answered>,
): (asked: Asked<Body>) => Promise<Answered> {
  return async (asked) => {
    const closed = await whyClosed(asked);
    return closed ? err(closed) : run(asked);
  };
}

/** People with a role, of now or before, are asked of nobody: what they may not do is decided command by command. */
async function whyClosed({ person: { actor }, body, request, now }: Asked<object>): Promise<RefusalCode | undefined> {
  if (actor.assignments.length > 0) return undefined;
  return withActor(actor, async (tx) => {
    const [last] = await tx.$queryRaw<{ decision: string | null }[]>`
      select decision from join_request where user_id = ${actor.userId}::uuid order by asked_at desc limit 1`;
    if (!last || last.decision === "approved") return undefined;
    const device = "device" in body ? DeviceManifest.safeParse(body.device).data : readDeviceHeader(request.headers);
    if (device) await saveDeviceManifest(tx, actor, device, readDeviceCookie(request.headers), now);
    return last.decision === "refused" || !actor.active ? "joinRefused" : "awaitingApproval";
  });
}
