import "server-only";
import { readDeviceHeader } from "@/lib/server/changes/device-header";
import { deployedProvinceId } from "@/lib/server/database/province";
import { withProvince } from "@/lib/server/database/with-actor";
import { deviceCookie, readDeviceCookie } from "./device-cookie";
import { noticeVanished } from "./meet-device";

/**
 * Wraps a route that phones ask often: the phone it answers gets a cookie that survives what empties its storage, and a
 * phone that comes back as another one is noticed before it is answered.
 */
export function keepDeviceCookie(route: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    const deviceId = readDeviceHeader(request.headers)?.deviceId;
    const known = readDeviceCookie(request.headers);
    if (!deviceId || known === deviceId) return route(request);
    if (known) await withProvince(await deployedProvinceId(), (tx) => noticeVanished(tx, known, deviceId, new Date().toISOString()));
    const response = await route(request);
    // Only an answer of ours to somebody makes a phone known. A manifest is a claim: of a phone with others on it it proves nothing.
    if (response.ok && !(await hasOthers(deviceId))) response.headers.append("set-cookie", deviceCookie(deviceId, request.headers));
    return response;
  };
}

/** The first one on a phone gets its cookie; whoever comes later finds it there. */
async function hasOthers(deviceId: string): Promise<boolean> {
  const people = await withProvince(await deployedProvinceId(), (tx) => tx.$queryRaw<object[]>`
    select user_id from device_manifest where device_id = ${deviceId}::uuid limit 2`);
  return people.length > 1;
}
