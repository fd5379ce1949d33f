import type { CameraMemory } from "@/lib/phone/scanner/camera";

const key = "camera";

/** Which camera this phone used last; no more than a wish, so a closed storage does not matter. */
export const cameraMemory: CameraMemory = {
  read: () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write: (deviceId) => {
    try {
      localStorage.setItem(key, deviceId);
    } catch {
      // the camera is chosen anew the next time
    }
  },
};
