import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { Uuid } from "@/lib/domain/ids";
import { isSecureRequest } from "@/lib/server/auth/session-cookie";
import { environment } from "@/lib/server/env/environment";

/** Outlives IndexedDB and localStorage: when both were emptied, the phone is still known by it. */
const name = "tns-device";
const keptSeconds = 400 * 24 * 60 * 60;

/** The device that the cookie was given to; undefined for none, and for one that is not ours. */
export function readDeviceCookie(headers: Headers): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  const [id = "", signature = ""] = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1).split(".") ?? [];
  if (!Uuid.safeParse(id).success) return undefined;
  const [given, expected] = [Buffer.from(signature, "base64url"), signatureOf(id)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

/** The header `set-cookie` that makes a phone known. */
export function deviceCookie(deviceId: string, headers: Headers): string {
  return cookie(`${deviceId}.${signatureOf(deviceId).toString("base64url")}`, keptSeconds, headers);
}

/** For a phone on which nothing of ours is left. */
export function noDeviceCookie(headers: Headers): string {
  return cookie("", 0, headers);
}

function cookie(value: string, maxAge: number, headers: Headers): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecureRequest(headers) ? "; Secure" : ""}`;
}

function signatureOf(deviceId: string): Buffer {
  return createHmac("sha256", environment().sessionSecret).update(`device/${deviceId}`).digest();
}
