import "server-only";
import { err, ok } from "@/lib/domain/result";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";
import { answer } from "@/lib/server/http/answer";
import { guarded } from "@/lib/server/http/handle";
import { isOwnOrigin } from "@/lib/server/http/origin";
import { noDeviceCookie, readDeviceCookie } from "./device-cookie";

/** `POST /api/phones/wiped`: who is signed in doesn't matter any more, the phone speaks for itself by its cookie. */
export const handleWiped = guarded(async (request) => {
  if (!isOwnOrigin(request)) return err("wrongOrigin");
  const deviceId = readDeviceCookie(request.headers);
  if (!deviceId) return err("notSignedIn");
  await withProvince(await deployedProvinceId(), async (tx) => {
    await tx.$executeRaw`update device set wiped_at = coalesce(wiped_at, now()) where id = ${deviceId}::uuid and revoked_at is not null`;
    await tx.$executeRaw`update device_manifest set pending_count = 0, oldest_captured_at = null where device_id = ${deviceId}::uuid
      and exists (select from device where id = ${deviceId}::uuid and wiped_at is not null)`;
  });
  const response = answer({});
  response.headers.append("set-cookie", noDeviceCookie(request.headers));
  return ok(response);
});
