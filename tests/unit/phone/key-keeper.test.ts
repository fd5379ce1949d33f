import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KeyKeeper } from "@/lib/phone/device/environment";
import { workerKeyKeeper } from "@/lib/phone/device/key-keeper";

type Ask = { readonly type: "KEY" };
let answer: (port: MessagePort) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout"] });
  const controller = { postMessage: (_: Ask, [port]: [MessagePort]) => answer(port) };
  vi.stubGlobal("navigator", { serviceWorker: { controller, addEventListener: () => {} } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const held = { personId: "thaonguyen", key: {} } as Awaited<ReturnType<KeyKeeper["ask"]>>;

test("a phone that is slow to answer is not asked for the PIN", async () => {
  let port: MessagePort | undefined;
  answer = (given) => (port = given);
  const asked = workerKeyKeeper().ask();
  vi.advanceTimersByTime(4_000);
  port?.postMessage(held);
  await expect(asked).resolves.toEqual(held);
});

test("a worker that never answers keeps nobody from the lock", async () => {
  answer = () => {};
  const asked = workerKeyKeeper().ask();
  vi.advanceTimersByTime(5_000);
  await expect(asked).resolves.toBeUndefined();
});

test("without a worker nothing is waited for", async () => {
  vi.stubGlobal("navigator", { serviceWorker: { controller: null, addEventListener: () => {} } });
  await expect(workerKeyKeeper().ask()).resolves.toBeUndefined();
});
