import type { RenderedCamera } from "html5-qrcode/esm/camera/core";
import { err, ok, type Result } from "../../domain/result";

/** Why there is no picture; each has a sentence and the next way. */
export type CameraProblem = "noCamera" | "denied" | "busy" | "insecure" | "unsupported";

export type Camera = {
  readonly video: HTMLVideoElement;
  /** Calls with each new full-size picture until the camera stops. */
  frames(onFrame: (video: HTMLVideoElement) => void): void;
  readonly torch?: (on: boolean) => Promise<void>;
  readonly zoom?: { readonly max: number; set(factor: number): Promise<void> };
  /** The cameras of this device, by name: known only once one is open. */
  cameras(): Promise<CameraChoice[]>;
  /** Never throws and always lets the camera go. */
  stop(): Promise<void>;
};

export type CameraChoice = { readonly id: string; readonly name: string };

/** Remembers which camera was chosen on this phone: written by whoever offers the choice, a wish when opening. */
export type CameraMemory = { read(): string | null; write(deviceId: string): void };

/** Capabilities and constraints that TypeScript's DOM does not know. */
type PhotoCapabilities = MediaTrackCapabilities & { torch?: boolean; zoom?: { min: number; max: number }; focusMode?: string[] };
type PhotoConstraints = MediaTrackConstraintSet & { torch?: boolean; zoom?: number; focusMode?: string };

/**
 * Opens the camera inside an element. html5-qrcode's camera part drives it (permission, stream, video
 * element). Its scanning part is not loaded at all: that looks at the displayed size, which throws a small
 * dense code away, while frames taken from the video have the camera's own size.
 * @param element an empty element in the page
 */
export async function openCamera(element: HTMLElement, memory: CameraMemory): Promise<Result<Camera, CameraProblem>> {
  if (!window.isSecureContext) return err("insecure");
  if (!navigator.mediaDevices?.getUserMedia) return err("unsupported");
  try {
    const { CameraFactory } = await import("html5-qrcode/esm/camera/factories");
    const factory = await CameraFactory.failIfNotSupported();
    const source = await factory.create(wishes(memory.read()));
    const driver = await source.render(element, {}, { onRenderSurfaceReady: () => undefined });
    return await playing(driver);
  } catch (cause) {
    return err(problemOf(cause));
  }
}

/** 1080p, because a card's code needs every pixel; behind, unless a camera of this phone was chosen. */
function wishes(remembered: string | null): MediaTrackConstraints {
  return {
    width: { ideal: 1920 },
    height: { ideal: 1080 },
    facingMode: { ideal: "environment" },
    ...(remembered ? { deviceId: { ideal: remembered } } : {}),
  };
}

/** Some phones hand over a stream that never shows a picture while another app holds the camera. */
const startsWithinMs = 10_000;

async function playing(driver: RenderedCamera): Promise<Result<Camera, CameraProblem>> {
  const video = driver.getSurface();
  const camera = cameraOf(driver, video);
  if (await firstPicture(video)) return ok(camera);
  await camera.stop();
  return err("busy");
}

function firstPicture(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    video.addEventListener("playing", () => resolve(true), { once: true });
    setTimeout(() => resolve(false), startsWithinMs);
  });
}

function cameraOf(driver: RenderedCamera, video: HTMLVideoElement): Camera {
  const stream = video.srcObject as MediaStream;
  const track = stream.getVideoTracks()[0]!;
  let stopped = false;
  const capabilities = (track.getCapabilities?.() ?? {}) as PhotoCapabilities;
  // a wish that this camera does not grant changes nothing
  const apply = (constraints: PhotoConstraints) => track.applyConstraints({ advanced: [constraints] }).catch(() => undefined);
  if (capabilities.focusMode?.includes("continuous")) void apply({ focusMode: "continuous" });
  const { zoom } = capabilities;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    // the driver lets go of what is still in the stream, and hangs when there is nothing: it goes first
    const closing = driver.close().catch(() => undefined);
    track.stop();
    stream.getTracks().forEach((one) => one.stop());
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 100))]);
    video.remove();
  };
  return {
    video,
    frames: (onFrame) => eachFrame(video, () => !stopped, onFrame),
    ...(capabilities.torch ? { torch: (on: boolean) => apply({ torch: on }) } : {}),
    ...(zoom && zoom.max > zoom.min ? { zoom: { max: zoom.max, set: (factor: number) => apply({ zoom: within(zoom, factor) }) } } : {}),
    cameras: listCameras,
    stop,
  };
}

function within({ min, max }: { min: number; max: number }, factor: number): number {
  return Math.min(max, Math.max(min, factor));
}

async function listCameras(): Promise<CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.filter(({ kind }) => kind === "videoinput").map(({ deviceId, label }) => ({ id: deviceId, name: label }));
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

/** By the names that the standard gives to errors of `getUserMedia`, and older ones still met on phones. */
const problemsByName: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: "denied",
  PermissionDeniedError: "denied",
  SecurityError: "denied",
  NotFoundError: "noCamera",
  DevicesNotFoundError: "noCamera",
  OverconstrainedError: "noCamera",
  NotReadableError: "busy",
  TrackStartError: "busy",
  AbortError: "busy",
};

function problemOf(cause: unknown): CameraProblem {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  return problemsByName[name] ?? "unsupported";
}
