import { Uuid, uuidV7 } from "@/lib/domain/ids";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";

const storageKey = "tns-desk-device";

/** This browser as the protocol knows devices. A desk keeps nothing unsent, so it has nothing to report. */
export function deskDevice(): DeviceManifest {
  return {
    deviceId: deviceId(),
    pendingCount: 0,
    pendingIdsDigest: "",
    appVersion: "desk",
    persisted: false,
    installed: false,
    clockOffsetMs: 0,
  };
}

export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

function deviceId(): string {
  try {
    const known = Uuid.safeParse(localStorage.getItem(storageKey));
    if (known.success) return known.data;
    const made = newId();
    localStorage.setItem(storageKey, made);
    return made;
  } catch {
    return (fallback ??= newId()); // storage is switched off: one id per page
  }
}

let fallback: string | undefined;
