import type { TransportProblem } from "../../protocol/client";
import type { Result } from "../../domain/result";
import type { PhoneEnvironment } from "../device/environment";
import { createStore, type ReadStore } from "../device/store";
import { backoffMs } from "./backoff";
import { inOneTab } from "./one-tab";
import { Overtaken } from "./session";
import type { SyncState } from "./sync-state";

export type LoopState = Pick<SyncState, "connection" | "nextTryAt" | "elsewhere">;

export type SyncLoop = {
  readonly state: ReadStore<LoopState>;
  /** Tries now, or once more after the try that runs; only a server's "try after a while" is waited for. */
  wake(): void;
  /** Somebody signed in: goes on after a pause. */
  resume(): void;
  stop(): void;
};

export type Round = {
  /** Some commands were not decided; they go again after a while. */
  readonly hasFailed: boolean;
  /** There is something to send that was not there before. */
  readonly hasMore: boolean;
};

/** One synchronisation. `step` is called at every step and throws when this run was given up. */
export type RunRound = (step: () => void) => Promise<Result<Round, TransportProblem>>;

export const pollMs = 60_000;
/** Longer than any request may take. */
export const watchdogMs = 120_000;
export const elsewhereMs = 15_000;
/** Whatever something in between says. */
const longestHoldMs = 15 * 60_000;

/**
 *            wake                    ok ──▶ idle: next poll
 *   idle ───────────▶ running ──────┤
 *    ▲                 │  ▲          problem ──▶ waiting: next try (backoff, Retry-After) ──▶ running
 *    │                 │  │
 *    │        no progress: given up, run again
 *    └── resume ── paused ◀── not signed in
 *
 * @param givenUp told when a round made no progress and was left to itself
 */
export function createSyncLoop(runRound: RunRound, givenUp: () => void, environment: PhoneEnvironment): SyncLoop {
  const { timers, locks, databaseName } = environment;
  const state = createStore<LoopState>({ connection: "unknown", elsewhere: false });
  let run = 0;
  let isRunning = false;
  let isStopped = false;
  let isPaused = false;
  let isHeld = false;
  let isWokenAgain = false;
  let failures = 0;
  let timesElsewhere = 0;
  let nextTry: unknown;
  let watchdog: unknown;
  let giveUp: () => void = () => undefined;

  const start = () => {
    if (isStopped || isPaused || isHeld) return;
    if (isRunning) {
      isWokenAgain = true;
      return;
    }
    timers.cancel(nextTry);
    publish({});
    isRunning = true;
    isWokenAgain = false;
    const own = (run += 1);
    const step = () => {
      if (own !== run) throw new Overtaken();
      watch(own);
    };
    watch(own);
    void attempt(step).then((finish) => {
      if (own !== run) return;
      timers.cancel(watchdog);
      isRunning = false;
      finish();
    });
  };

  const attempt = async (step: () => void): Promise<() => void> => {
    const isGivenUp = new Promise<undefined>((resolve) => (giveUp = () => resolve(undefined)));
    const steal = timesElsewhere * elsewhereMs > watchdogMs;
    try {
      const done = await inOneTab(locks, `${databaseName}:sync`, steal, () => Promise.race([runRound(step), isGivenUp]));
      if (done.elsewhere) return workElsewhere;
      timesElsewhere = 0;
      const round = done.value;
      if (!round) return () => undefined;
      return () => (round.ok ? succeed(round.value) : fail(round.error));
    } catch (cause) {
      // The phone's own storage failed, or a bug: never a reason to stop for ever.
      return () => fail({ problem: "fault" }, cause);
    }
  };

  const watch = (own: number) => {
    timers.cancel(watchdog);
    watchdog = timers.start(() => {
      if (own !== run) return;
      run += 1;
      isRunning = false;
      giveUp();
      givenUp();
      fail({ problem: "unreachable" });
    }, watchdogMs);
  };

  const succeed = ({ hasFailed, hasMore }: Round) => {
    failures = hasFailed ? failures + 1 : 0;
    publish({ connection: "online", elsewhere: false });
    if (isWokenAgain) start();
    else if (hasFailed || hasMore) tryIn(backoffMs(failures, environment.random()));
    else poll();
  };

  const fail = ({ problem, retryAfterSeconds }: TransportProblem, cause?: unknown) => {
    failures += 1;
    publish({ connection: connectionOf[problem], elsewhere: false });
    if (cause !== undefined && !(cause instanceof Overtaken)) environment.reportFault(cause);
    if (problem === "notSignedIn" || problem === "wrongPerson") {
      isPaused = true;
      return;
    }
    if (problem === "awaitingApproval" || problem === "joinRefused") {
      // A person decides, at any moment: asked as often as when all is well.
      failures = 0;
      return isWokenAgain ? start() : poll();
    }
    isHeld = retryAfterSeconds !== undefined;
    const backoff = backoffMs(isWokenAgain ? 1 : failures, environment.random());
    tryIn(retryAfterSeconds === undefined ? backoff : Math.min(retryAfterSeconds * 1000, longestHoldMs));
  };

  const workElsewhere = () => {
    timesElsewhere += 1;
    publish({ elsewhere: true });
    later(elsewhereMs, start);
  };

  const tryIn = (delayMs: number) => {
    publish({ nextTryAt: new Date(environment.now() + delayMs).toISOString() });
    later(delayMs, () => {
      isHeld = false;
      start();
    });
  };

  /** Coming to the front wakes, so a hidden app asks nothing. */
  const poll = () => later(pollMs, () => (environment.isVisible() ? start() : poll()));

  const later = (delayMs: number, work: () => void) => {
    timers.cancel(nextTry);
    nextTry = timers.start(work, delayMs);
  };

  /** Without `nextTryAt`, none is due. */
  const publish = (change: Partial<LoopState>) => {
    const { connection, elsewhere } = state.getSnapshot();
    state.set({ connection, elsewhere, ...change });
  };

  return {
    state,
    wake: start,
    resume: () => {
      isPaused = false;
      failures = 0;
      start();
    },
    stop: () => {
      isStopped = true;
      run += 1;
      timers.cancel(nextTry);
      timers.cancel(watchdog);
      giveUp();
    },
  };
}

const connectionOf: Record<TransportProblem["problem"], SyncState["connection"]> = {
  unreachable: "offline",
  notOurs: "captivePortal",
  notSignedIn: "signInNeeded",
  wrongPerson: "signInNeeded",
  tooLarge: "fault",
  busy: "busy",
  unsupported: "outdated",
  fault: "fault",
  awaitingApproval: "awaitingApproval",
  joinRefused: "joinRefused",
};
