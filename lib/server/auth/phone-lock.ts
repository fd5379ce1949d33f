import "server-only";
import { openMark } from "@/lib/protocol/open-mark";
import { readDeviceCookie } from "@/lib/server/fleet/device-cookie";
import { cookieValue } from "./session-cookie";

/** Whether the browser has a phone in it. Computers on which nobody ever opened one lock nothing. */
export function hasPhone(headers: Headers): boolean {
  return readDeviceCookie(headers) !== undefined;
}

/** Whether the phone in this browser is locked, or open for somebody else. */
export function isPhoneLocked(headers: Headers, personId: string): boolean {
  return hasPhone(headers) && cookieValue(headers.get("cookie") ?? "", openMark) !== personId;
}
