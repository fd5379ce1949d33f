import "server-only";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";

/** The phone that its own cookie vouches for, whoever is signed in on it. */
export async function deviceOfRequest(headers: Headers): Promise<string | undefined> {
  return readDeviceCookie(headers);
}
