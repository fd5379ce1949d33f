import { err, ok, type Result } from "../../domain/result";

/** Why there is no picture; each has a sentence and the next way. */
export type CameraProblem = "noCamera" | "denied" | "busy" | "insecure" | "unsupported";

export type Camera = {
  readonly video: HTMLVideoElement;
  /** Calls with each new full-size picture until the camera stops. */
  frames(onFrame: (video: HTMLVideoElement) => void): void;
  readonly torch?: (on: boolean) => Promise<void>;
  readonly zoom?: { readonly max: number; set(factor: number): Promise<void> };
  /** Never throws and always lets the camera go. */
  stop(): Promise<void>;
};

/** Remembers the camera that read a card on this phone. */
export type CameraMemory = { read(): string | null; write(deviceId: string): void };

/** Capabilities and constraints that TypeScript's DOM does not know. */
type PhotoCapabilities = MediaTrackCapabilities & { torch?: boolean; zoom?: { min: number; max: number }; focusMode?: string[] };
type PhotoConstraints = MediaTrackConstraintSet & { torch?: boolean; zoom?: number; focusMode?: string };

const fullHd = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/**
 * Opens the camera inside an element. html5-qrcode drives it (permission, facing, odd devices); its own
 * decoding looks at the displayed size, which throws a small dense code away, so it is kept at rest and
 * frames are taken from its video at full size.
 * @param element an empty element with an id, in the page
 */
export async function openCamera(element: HTMLElement, memory: CameraMemory): Promise<Result<Camera, CameraProblem>> {
  if (!window.isSecureContext) return err("insecure");
  if (!navigator.mediaDevices?.getUserMedia) return err("unsupported");
  const { Html5Qrcode, Html5QrcodeSupportedFormats } = await import("html5-qrcode");
  const driver = new Html5Qrcode(element.id, { verbose: false, formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE] });
  const remembered = memory.read();
  const choice: MediaTrackConstraints = remembered ? { deviceId: { ideal: remembered } } : { facingMode: { ideal: "environment" } };
  try {
    await driver.start(
      { facingMode: "environment" },
      { fps: 0.1, qrbox: 50, disableFlip: true, videoConstraints: { ...choice, ...fullHd } },
      ignore,
      ignore,
    );
  } catch (cause) {
    return err(problemOf(cause));
  }
  const video = element.querySelector("video");
  const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0];
  if (!video || !track) return err("noCamera");
  memory.write(track.getSettings().deviceId ?? "");
  return ok(cameraOf(video, track, driver));
}

function cameraOf(video: HTMLVideoElement, track: MediaStreamTrack, driver: { getState(): number; stop(): Promise<void>; clear(): void }): Camera {
  let stopped = false;
  const capabilities = (track.getCapabilities?.() ?? {}) as PhotoCapabilities;
  const apply = (constraints: PhotoConstraints) => track.applyConstraints({ advanced: [constraints] }).catch(ignore);
  if (capabilities.focusMode?.includes("continuous")) void apply({ focusMode: "continuous" });
  const { zoom } = capabilities;
  return {
    video,
    frames: (onFrame) => eachFrame(video, () => !stopped, onFrame),
    ...(capabilities.torch ? { torch: (on: boolean) => apply({ torch: on }) } : {}),
    ...(zoom && zoom.max > zoom.min ? { zoom: { max: zoom.max, set: (factor: number) => apply({ zoom: Math.min(factor, zoom.max) }) } } : {}),
    stop: async () => {
      if (stopped) return;
      stopped = true;
      const stream = video.srcObject as MediaStream | null;
      try {
        await driver.stop();
        driver.clear();
      } catch {
        // it throws a string when it is not scanning; the tracks end below in any case
      }
      stream?.getTracks().forEach((one) => one.stop());
    },
  };
}

function eachFrame(video: HTMLVideoElement, going: () => boolean, onFrame: (video: HTMLVideoElement) => void): void {
  const again = () => {
    if (!going()) return;
    if (video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0) onFrame(video);
    if (typeof video.requestVideoFrameCallback === "function") video.requestVideoFrameCallback(again);
    else requestAnimationFrame(again);
  };
  again();
}

/** html5-qrcode passes errors on as text with the original name inside. */
function problemOf(cause: unknown): CameraProblem {
  const text = String(cause);
  if (/NotAllowed|Permission|denied/i.test(text)) return "denied";
  if (/NotFound|Overconstrained|DevicesNotFound|no camera/i.test(text)) return "noCamera";
  if (/NotReadable|TrackStart|in use|Abort/i.test(text)) return "busy";
  return "unsupported";
}

function ignore(): void {
  // html5-qrcode reports every picture in which it found nothing
}
