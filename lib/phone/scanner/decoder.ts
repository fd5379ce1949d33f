/** `card`: a QR code. `receipt`: also the bar codes that receipts carry. */
export type DecodeMode = "card" | "receipt";

export type Picture = ImageBitmap | ImageData;

export type DecodeRequest = { readonly id: number; readonly mode: DecodeMode; readonly picture: Picture };
export type DecodeAnswer = { readonly id: number; readonly text?: string };

export type Decoder = {
  /** False while a picture is being read: the next one is then worth taking, not this one. */
  readonly free: () => boolean;
  /** The text of a code, or undefined. The picture is handed over. */
  decode(picture: Picture, mode: DecodeMode): Promise<string | undefined>;
  close(): void;
};

/** Reads pictures in a worker, so that the screen stays quick on a slow phone. */
export function createDecoder(): Decoder {
  const worker = new Worker(new URL("./decode-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (text: string | undefined) => void>();
  let last = 0;
  const answer = (id: number, text: string | undefined) => {
    waiting.get(id)?.(text);
    waiting.delete(id);
  };
  worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => answer(data.id, data.text);
  worker.onerror = () => [...waiting.keys()].forEach((id) => answer(id, undefined));
  return {
    free: () => waiting.size === 0,
    decode: (picture, mode) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        const request: DecodeRequest = { id: last, mode, picture };
        worker.postMessage(request, [picture instanceof ImageData ? picture.data.buffer : picture]);
      }),
    close: () => {
      worker.terminate();
      [...waiting.keys()].forEach((id) => answer(id, undefined));
    },
  };
}
