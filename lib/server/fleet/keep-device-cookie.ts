import "server-only";
import { authenticate } from "@/lib/server/auth/authenticate";
import { readDeviceHeader } from "@/lib/server/changes/device-header";
import { withProvince } from "@/lib/server/database/with-actor";
import { deviceCookie, readDeviceCookie } from "./device-cookie";
import { noticeVanished } from "./meet-device";

/**
 * Wraps a route that phones ask often: the phone it answers gets a cookie that survives what empties its storage, and a
 * phone that comes back as another one is noticed before it is answered. Nobody who is not signed in makes a phone known,
 * or makes one vanish.
 */
export function keepDeviceCookie(route: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const deviceId = readDeviceHeader(request.headers)?.deviceId;
    const known = readDeviceCookie(request.headers);
    if (!deviceId || known === deviceId) return route(request);
    const person = await authenticate(request, { evenDisabled: true });
    if (!person) return route(request);
    const { provinceId, userId } = person.actor;
    if (known) await withProvince(provinceId, (tx) => noticeVanished(tx, known, deviceId, new Date().toISOString()));
    const response = await route(request);
    if (await isOn(provinceId, userId, deviceId)) response.headers.append("set-cookie", deviceCookie(deviceId, request.headers));
    return response;
  };
}

/** Whoever only says a phone's name is not on it, see `saveDeviceManifest`. */
async function isOn(provinceId: string, userId: string, deviceId: string): Promise<boolean> {
  const found = await withProvince(provinceId, (tx) => tx.$queryRaw<object[]>`
    select from device_manifest where device_id = ${deviceId}::uuid and user_id = ${userId}::uuid`);
  return found.length > 0;
}
