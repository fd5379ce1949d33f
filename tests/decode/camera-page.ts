import { type CameraMemory, openCamera } from "../../lib/phone/scanner/camera";
import { createDecoder } from "../../lib/phone/scanner/decoder";
import { takePicture } from "../../lib/phone/scanner/take-picture";

export type FirstRead = { readonly text: string; readonly ms: number; readonly cameraMs: number; readonly pictures: number; readonly size: string };

declare global {
  interface Window {
    /** Opens the camera, reads until there is a text, and lets everything go. */
    readFirst?: (withinMs: number) => Promise<FirstRead | { readonly problem: string }>;
  }
}

const noMemory: CameraMemory = { read: () => null, write: () => undefined };

window.readFirst = async (withinMs) => {
  const before = performance.now();
  const decoder = createDecoder();
  const opened = await openCamera(document.body.appendChild(document.createElement("div")), noMemory);
  if (!opened.ok) return { problem: opened.error };
  const camera = opened.value;
  const cameraMs = performance.now() - before;
  const size = `${camera.video.videoWidth}x${camera.video.videoHeight}`;
  let pictures = 0;
  const text = await new Promise<string | undefined>((found) => {
    setTimeout(() => found(undefined), withinMs);
    camera.frames((video) => {
      if (!decoder.free()) return;
      pictures++;
      void takePicture(video).then((picture) => decoder.decode(picture, "card")).then((read) => read !== undefined && found(read));
    });
  });
  const ms = performance.now() - before;
  const track = (camera.video.srcObject as MediaStream).getVideoTracks()[0];
  await camera.stop();
  await camera.stop();
  decoder.close();
  if (track?.readyState === "live") return { problem: "the camera was not let go" };
  return text === undefined ? { problem: `unread after ${pictures} pictures` } : { text, ms: Math.round(ms), cameraMs: Math.round(cameraMs), pictures, size };
};
