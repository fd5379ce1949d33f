import "server-only";
import { err, ok } from "@/lib/domain/result";
import { Instant } from "@/lib/domain/time/local-date";
import { RecoveredCommandsRequest } from "@/lib/protocol/recovered-commands";
import { protocolVersion } from "@/lib/protocol/version";
import { authenticate } from "@/lib/server/auth/authenticate";
import type { Person } from "@/lib/server/auth/person";
import { deployedProvinceId } from "@/lib/server/database/province";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import { guarded, type Answered } from "@/lib/server/http/handle";
import { isOwnOrigin } from "@/lib/server/http/origin";
import { readJson } from "@/lib/server/http/read-body";
import { onceApproved } from "@/lib/server/invitations/once-approved";
import { takeRows } from "./take-rows";

/** `POST /api/recovered-commands`: asks for a session or the device's cookie, whichever there is. */
export const handleRecovery = guarded(async (request) => {
  if (!isOwnOrigin(request)) return err("wrongOrigin");
  const [person, deviceId] = [await authenticate(request, { evenDisabled: true }), readDeviceCookie(request.headers)];
  if (!person && !deviceId) return err("notSignedIn");
  const json = await readJson(request);
  if (!json.ok) return json;
  const body = RecoveredCommandsRequest.safeParse(json.value);
  if (!body.success) return err("badRequest");
  if (body.data.protocol !== protocolVersion) return err("unsupportedProtocol");
  const now = Instant.parse(new Date().toISOString());
  const provinceId = await deployedProvinceId();
  const take = async (by: Person | undefined): Promise<Answered> => {
    const taken = await takeRows(body.data, { person: by, deviceId, provinceId, now });
    return taken.ok ? ok({ serverTime: now, ...taken.value }) : taken;
  };
  const answered = person ? await onceApproved(() => take(person))({ person, body: body.data, request, now }) : undefined;
  // Whoever was not let in yet speaks for nobody; the phone may all the same.
  return answered?.ok || !deviceId ? (answered ?? err("notSignedIn")) : take(undefined);
});
