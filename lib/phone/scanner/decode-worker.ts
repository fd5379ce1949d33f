import { decodeFrame } from "./decode";
import type { DecodeAnswer, DecodeRequest, Picture } from "./decoder";
import { prepareReader } from "./zxing";

/**
 * After this a slow phone does better with the next frame, which may lie better. A photo has no next one,
 * but nobody waits longer than this for it.
 */
const budgetMs = { frame: 400, photo: 8_000 };

// loaded while the camera still starts; a failure shows, and is tried again, with the first picture
prepareReader().catch(() => undefined);

self.onmessage = async ({ data }: MessageEvent<DecodeRequest>) => {
  const text = await decode(data).catch(() => undefined);
  const answer: DecodeAnswer = text === undefined ? { id: data.id } : { id: data.id, text };
  self.postMessage(answer);
};

async function decode({ mode, picture }: DecodeRequest): Promise<string | undefined> {
  const pixels = pixelsOf(picture.image);
  await prepareReader();
  const { effort } = picture;
  return (await decodeFrame(pixels, { formats: mode, effort, budgetMs: budgetMs[effort] }))?.text;
}

let canvas: OffscreenCanvas | undefined;

function pixelsOf(image: Picture["image"]): ImageData {
  if (!("close" in image)) return image;
  const { width, height } = image;
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  image.close();
  return context.getImageData(0, 0, width, height);
}
