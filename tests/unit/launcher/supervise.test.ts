import { afterEach, expect, test, vi } from "vitest";
import { supervise } from "../../../lib/launcher/supervise.mjs";

const tell = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => tell.mockClear());

/** A service whose every run can be ended from outside. */
function makeService() {
  const runs: { crash: () => void; stop: ReturnType<typeof vi.fn> }[] = [];
  const start = async () => {
    let crash = () => {};
    const exited = new Promise<void>((resolve) => (crash = resolve));
    const stop = vi.fn(async () => crash());
    runs.push({ crash, stop });
    return { exited, stop };
  };
  return { runs, start };
}

const delays = { firstDelay: 5, longestDelay: 20, calmAfter: 60_000 };

test("what ends by itself is started again, with growing pauses", async () => {
  const { runs, start } = makeService();
  const service = await supervise("It", start, delays);
  for (const count of [2, 3, 4, 5]) {
    runs.at(-1)?.crash();
    await vi.waitFor(() => expect(runs).toHaveLength(count));
  }
  expect(tell.mock.calls.map(([line]) => /in ([\d.]+) s/.exec(String(line))?.[1])).toEqual(["0.005", "0.01", "0.02", "0.02"]);
  await service.stop();
});

test("what is stopped stays stopped", async () => {
  const { runs, start } = makeService();
  const service = await supervise("It", start, delays);
  await service.stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(runs).toHaveLength(1);
  expect(tell).not.toHaveBeenCalled();
});

test("stopping does not wait for the next attempt", async () => {
  const { runs, start } = makeService();
  const service = await supervise("It", start, { ...delays, firstDelay: 60_000 });
  runs[0]?.crash();
  await vi.waitFor(() => expect(tell).toHaveBeenCalled());
  await service.stop();
  expect(runs).toHaveLength(1);
});

test("a start that fails is tried again; the first one fails aloud", async () => {
  const { runs, start } = makeService();
  const flaky = vi.fn(start);
  const service = await supervise("It", flaky, delays);
  flaky.mockRejectedValueOnce(new Error("port taken"));
  runs[0]?.crash();
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  expect(flaky).toHaveBeenCalledTimes(3);
  await service.stop();
  await expect(supervise("It", () => Promise.reject(new Error("no")), delays)).rejects.toThrow("no");
});
