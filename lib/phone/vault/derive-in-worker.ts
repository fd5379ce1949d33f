import { derivePinKey } from "./derive-pin-key";

export type PinRequest = { readonly pin: string; readonly salt: Uint8Array<ArrayBuffer>; readonly iterations: number };
export type PinAnswer = { readonly key: CryptoKey | undefined };

/**
 * Some browsers derive on the thread that asks, and the screen would stand still. The worker ends with the answer,
 * and the PIN with it. Where none starts (its file is gone, no memory left), the screen has to wait.
 */
export async function deriveInWorker(request: PinRequest): Promise<CryptoKey> {
  const key = await askWorker(request).catch(() => undefined);
  return key ?? derivePinKey(request.pin, request.salt, request.iterations, crypto.subtle);
}

function askWorker(request: PinRequest): Promise<CryptoKey | undefined> {
  const worker = new Worker(new URL("./pin-worker.ts", import.meta.url), { type: "module" });
  return new Promise<CryptoKey | undefined>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PinAnswer>) => resolve(data.key);
    worker.onerror = worker.onmessageerror = reject;
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
