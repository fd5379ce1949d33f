import type { SurveyResponse } from "../../domain/survey/survey-response";
import type { Fetch } from "../../protocol/client";
import { maxResponsesPerRequest } from "../../protocol/survey";
import type { Timers } from "../device/environment";
import type { ReadStore } from "../device/store";
import { backoffMs } from "../sync/backoff";
import { sendResponses } from "./send-responses";
import { openSurveyStore, type SurveyStore } from "./survey-store";

/** Where a response is that was given on this page; refused: its code is not in use any more. */
export type ResponseState = "waiting" | "sent" | "refused";

export type SurveyDelivery = {
  /** Answers once the response is on the disk, or with the server where the browser keeps nothing; else throws. */
  add(response: SurveyResponse): Promise<void>;
  /** Sends what waits, now; with no network, again later by itself for as long as the page is open. */
  wake(): Promise<void>;
  readonly states: ReadStore<ReadonlyMap<string, ResponseState>>;
  close(): void;
};

export type DeliveryEnvironment = {
  readonly indexedDB: IDBFactory;
  readonly fetch: Fetch;
  readonly random: () => number;
  readonly timers: Timers;
};

/** Keeps responses until the server has them. Sending one twice is harmless: its id makes it one. */
export function createSurveyDelivery({ indexedDB, fetch, random, timers }: DeliveryEnvironment): SurveyDelivery {
  let opening: Promise<SurveyStore> | undefined;
  let sending: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let timer: unknown;
  let closed = false;
  let states: ReadonlyMap<string, ResponseState> = new Map();
  const listeners = new Set<() => void>();

  const open = () =>
    (opening ??= openSurveyStore(indexedDB).catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    }));

  const tell = (changes: Iterable<readonly [string, ResponseState]>) => {
    states = new Map([...states, ...changes]);
    listeners.forEach((listener) => listener());
  };

  const sendBatch = async (store: SurveyStore): Promise<"more" | "done" | { readonly waitMs: number }> => {
    const responses = await store.waiting(maxResponsesPerRequest);
    if (responses.length === 0) return "done";
    const answer = await sendResponses(fetch, responses);
    if (!answer.ok) return { waitMs: Math.max(backoffMs((failures += 1), random()), (answer.error.retryAfterSeconds ?? 0) * 1000) };
    failures = 0;
    await store.remove(responses.map(({ id }) => id));
    tell(responses.map(({ id }, index) => [id, answer.value[index]?.verdict === "accepted" ? "sent" : "refused"]));
    return "more";
  };

  const sendAll = async () => {
    const store = await open();
    let step: Awaited<ReturnType<typeof sendBatch>> = "more";
    while (step === "more" && !closed) step = await sendBatch(store);
    if (typeof step === "object" && !closed) timer = timers.start(() => void wake(), step.waitMs);
  };

  const wake = (): Promise<void> => {
    timers.cancel(timer);
    again = sending !== undefined; // what came in meanwhile may have missed the batch
    return (sending ??= sendAll()
      .catch(() => {}) // the store does not open or breaks: what is in it stays, the next waking looks again
      .finally(() => {
        sending = undefined;
        if (again && !closed) void wake();
      }));
  };

  const add = async (response: SurveyResponse) => {
    try {
      await (await open()).add(response);
    } catch (cause) {
      const answer = await sendResponses(fetch, [response]);
      if (!answer.ok) throw cause;
      return tell([[response.id, answer.value[0]?.verdict === "accepted" ? "sent" : "refused"]]);
    }
    tell([[response.id, "waiting"]]);
    void wake();
  };

  return {
    add,
    wake,
    states: { subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)), getSnapshot: () => states },
    close: () => {
      closed = true;
      timers.cancel(timer);
    },
  };
}
