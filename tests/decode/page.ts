import { decodeFrame } from "../../lib/phone/scanner/decode";
import { prepareReader } from "../../lib/phone/scanner/zxing";

type Decoded = { readonly text: string | null; readonly ms: number };

declare global {
  interface Window {
    decodePicture?: (url: string) => Promise<Decoded>;
  }
}

await prepareReader();

/** One picture, decoded as one frame of the camera would be; `ms` is the decoding alone. */
window.decodePicture = async (url) => {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const before = performance.now();
  const found = await decodeFrame(pixels);
  return { text: found?.text ?? null, ms: Math.round((performance.now() - before) * 10) / 10 };
};
