import type { Picture } from "./decoder";

/** Beyond this a photo costs more time and memory than it brings. */
const mostPixels = 12_000_000;

/** The video's current frame at the camera's own size. */
export async function takePicture(video: HTMLVideoElement): Promise<Picture> {
  const image = workersDraw ? await createImageBitmap(video) : drawn(video, video.videoWidth, video.videoHeight);
  return { image, effort: "frame" };
}

/** A chosen photo, upright, at most 12 megapixels. Throws when the file is no picture. */
export async function openPhoto(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, Math.sqrt(mostPixels / (bitmap.width * bitmap.height)));
  if (scale === 1 && workersDraw) return { image: bitmap, effort: "photo" };
  const image = drawn(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  bitmap.close();
  return { image, effort: "photo" };
}

/** Older Safari can't draw in workers: there the picture is drawn here. */
const workersDraw = typeof OffscreenCanvas !== "undefined";

function drawn(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
