import { expect, test } from "vitest";
import { readinessOf, type ReadinessCheck, type ReadinessFacts, type Verdict } from "@/lib/domain/device/readiness";

const now = "2026-11-22T03:00:00.000Z";
const ready: ReadinessFacts = {
  inAppBrowser: false, installed: true, persisted: true, shell: true, storage: true, heardAt: "2026-11-22T02:00:00.000Z", campaigns: 1, packs: { complete: 1, oldestAt: "2026-11-22T02:00:00.000Z" }, recoverable: true,
  clockOffsetMs: 5_000, camera: "granted",
};
const open = (facts: Partial<ReadinessFacts>) => Object.entries(readinessOf({ ...ready, ...facts }, now)).filter(([, verdict]) => verdict !== "good");

test.each<[string, Partial<ReadinessFacts>, [ReadinessCheck, Verdict][]]>([
  ["everything in order", {}, []],
  ["Zalo's browser", { inAppBrowser: true }, [["browser", "bad"]]],
  ["a tab that the system may empty", { installed: false, persisted: false }, [["installed", "bad"], ["persisted", "bad"]]],
  ["what is still being found out", { shell: undefined, storage: undefined, packs: undefined, camera: undefined }, [["shell", "waiting"], ["storage", "waiting"], ["pack", "waiting"], ["camera", "waiting"]]],
  ["a phone that gives back something else than was written", { storage: false }, [["storage", "bad"]]],
  ["lists of yesterday", { heardAt: "2026-11-21T02:59:00.000Z" }, [["lists", "bad"]]],
  ["a server that was never heard", { heardAt: undefined }, [["lists", "bad"], ["clock", "waiting"]]],
  ["one campaign of two without all its households", { campaigns: 2 }, [["pack", "bad"]]],
  ["households of yesterday", { packs: { complete: 1, oldestAt: "2026-11-21T02:59:00.000Z" } }, [["pack", "bad"]]],
  ["no campaign", { campaigns: 0, packs: undefined }, []],
  ["no key of the server", { recoverable: false }, [["recovery", "bad"]]],
  ["a clock ten minutes off", { clockOffsetMs: -600_000 }, [["clock", "bad"]]],
  ["a camera that was refused", { camera: "denied" }, [["camera", "bad"]]],
])("%s", (_, facts, expected) => {
  expect(open(facts)).toEqual(expected);
});
