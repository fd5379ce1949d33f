import "server-only";
import type { RecoveredCommandsResponse } from "@/lib/protocol/recovered-commands";
import { withProvince } from "@/lib/server/database/with-actor";

/** What a phone has to do although nobody is signed in on it: its cookie says which one it is. */
export async function ordersFor(provinceId: string, deviceId: string): Promise<Pick<RecoveredCommandsResponse, "orders">> {
  const [device] = await withProvince(provinceId, (tx) => tx.$queryRaw<{ toWipe: boolean }[]>`
    select revoked_at is not null and wiped_at is null as "toWipe" from device where id = ${deviceId}::uuid`);
  return device?.toWipe ? { orders: ["wipe"] } : {};
}
