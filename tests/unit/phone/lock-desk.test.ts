import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PhoneEnvironment } from "@/lib/phone/device/environment";
import { lockDeskWithPhone } from "@/lib/phone/vault/lock-desk";

const leader = "0190a000-0000-7000-8000-000000000001";
const minute = 60_000;
let cookie: string;
let use: (use: "shown" | "hidden" | "touched") => void;
let hear: (message: unknown) => void;
let told: unknown[];

/** A browser's jar that holds one cookie, and forgets it when its time is over. */
const jar = {
  get cookie() {
    return cookie;
  },
  set cookie(text: string) {
    const [pair = "", ...attributes] = text.split("; ");
    const lasts = Number(attributes.find((each) => each.startsWith("max-age="))?.slice(8)) * 1000;
    cookie = lasts > 0 ? pair : "";
    clearTimeout(over);
    over = setTimeout(() => (cookie = ""), lasts);
  },
};
let over: ReturnType<typeof setTimeout> | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", jar);
  vi.stubGlobal("location", { protocol: "https:" });
  told = [];
  jar.cookie = `tns-open=${leader}; max-age=300`;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function openDesk() {
  const environment = {
    now: () => Date.now(),
    timers: { start: (work: () => void, delayMs: number) => setTimeout(work, delayMs), cancel: (timer: unknown) => clearTimeout(timer as never) },
    openChannel: (receive: typeof hear) => ((hear = receive), { send: (message: unknown) => told.push(message), close: () => {} }),
    watchUse: (listener: typeof use) => ((use = listener), listener("shown"), () => {}),
    reportFault: (cause: unknown) => expect.fail(String(cause)),
  } as unknown as PhoneEnvironment;
  const locked = vi.fn();
  lockDeskWithPhone(leader, locked, environment);
  return locked;
}

test("a desk in use keeps itself and the phone open; left alone it locks", () => {
  const locked = openDesk();
  for (let passed = 0; passed < 30; passed += 5) {
    vi.advanceTimersByTime(5 * minute);
    use("touched");
  }
  expect(locked).not.toHaveBeenCalled();
  expect(told.length).toBeGreaterThan(4);
  told = [];
  vi.advanceTimersByTime(9 * minute);
  expect(locked).not.toHaveBeenCalled();
  expect(told).toHaveLength(1); // of the last touch; reading is no use
  vi.advanceTimersByTime(7 * minute);
  expect(locked).toHaveBeenCalled();
});

test("a phone that is locked in another tab locks the desk at once, or when it is looked at again", async () => {
  const locked = openDesk();
  hear({ kind: "locked", handOver: false });
  expect(locked).toHaveBeenCalledTimes(1);
  cookie = "";
  use("shown");
  expect(locked).toHaveBeenCalledTimes(2);
});
