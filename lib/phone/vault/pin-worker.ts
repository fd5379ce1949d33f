import { derivePinKey } from "./derive-pin-key";
import type { PinAnswer, PinRequest } from "./derive-in-worker";

self.onmessage = async ({ data }: MessageEvent<PinRequest>) => {
  const key = await derivePinKey(data.pin, data.salt, data.iterations, crypto.subtle).catch(() => undefined);
  const answer: PinAnswer = { key };
  self.postMessage(answer);
};
