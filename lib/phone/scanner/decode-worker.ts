import { decodeFrame } from "./decode";
import type { DecodeAnswer, DecodeRequest, Picture } from "./decoder";
import { prepareReader, read } from "./zxing";

const ready = prepareReader();

/** What desks print on receipts. */
const receiptFormats = ["QRCode", "Code128", "Code39", "DataMatrix"] as const;

self.onmessage = async ({ data }: MessageEvent<DecodeRequest>) => {
  const text = await decode(data).catch(() => undefined);
  const answer: DecodeAnswer = text === undefined ? { id: data.id } : { id: data.id, text };
  self.postMessage(answer);
};

async function decode({ mode, picture }: DecodeRequest): Promise<string | undefined> {
  await ready;
  const pixels = pixelsOf(picture);
  if (mode === "receipt") {
    const text = await read(pixels, { formats: [...receiptFormats], tryDownscale: true, tryRotate: true });
    if (text !== undefined) return text;
  }
  return (await decodeFrame(pixels))?.text;
}

function pixelsOf(picture: Picture): ImageData {
  if (picture instanceof ImageData) return picture;
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.drawImage(picture, 0, 0);
  picture.close();
  return context.getImageData(0, 0, width, height);
}
