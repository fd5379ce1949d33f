import "server-only";
import { deviceHeader, DeviceManifest } from "@/lib/protocol/device-manifest";

/** What the phone says about itself in a request without a body; undefined when it says nothing readable. */
export function readDeviceHeader(headers: Headers): DeviceManifest | undefined {
  const encoded = headers.get(deviceHeader);
  if (!encoded) return undefined;
  try {
    return DeviceManifest.safeParse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}
