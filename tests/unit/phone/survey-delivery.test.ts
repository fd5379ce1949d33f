import { IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import type { SurveyResponse } from "@/lib/domain/survey/survey-response";
import { createSurveyDelivery, type SurveyDelivery } from "@/lib/phone/survey/survey-delivery";
import { openSurveyStore } from "@/lib/phone/survey/survey-store";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import { makeResponse } from "../../factories/survey";

/** A server that stores each id once, a network that may be cut, and timers that run when the test says so. */
function makeWorld(indexedDB: IDBFactory = new IDBFactory()) {
  const received = new Map<string, SurveyResponse>();
  const requests: RequestInit[] = [];
  const due: (() => void)[] = [];
  const delays: number[] = [];
  const network = { answer: answerAll as (responses: SurveyResponse[]) => Response | Promise<Response> };
  function answerAll(responses: SurveyResponse[]) {
    for (const response of responses) received.set(response.id, response);
    return json(200, { verdicts: responses.map(({ id }) => ({ id, verdict: "accepted" })) });
  }
  const open = () =>
    createSurveyDelivery({
      indexedDB,
      random: () => 0.5,
      fetch: async (_, init) => {
        requests.push(init);
        return network.answer((JSON.parse(String(init.body)) as { responses: SurveyResponse[] }).responses);
      },
      timers: {
        start: (callback, delayMs) => (delays.push(delayMs), due.push(callback), callback),
        cancel: (timer) => due.splice(0, due.length, ...due.filter((callback) => callback !== timer)),
      },
    });
  return { indexedDB, received, requests, due, delays, network, answerAll, open };
}

const json = (status: number, body: object) =>
  new Response(JSON.stringify({ marker: protocolMarker, protocol: protocolVersion, ...body }), { status });
const noNetwork = () => Promise.reject(new TypeError("Failed to fetch"));
const settled = (delivery: SurveyDelivery, response: SurveyResponse, state: string) =>
  vi.waitFor(() => expect(delivery.states.getSnapshot().get(response.id)).toBe(state));
const waiting = async (indexedDB: IDBFactory) => (await openSurveyStore(indexedDB)).waiting(100);

test("goes out at once when there is a network, and leaves nothing behind", async () => {
  const world = makeWorld();
  const delivery = world.open();
  const response = makeResponse();
  await delivery.add(response);
  await settled(delivery, response, "sent");
  expect([...world.received.values()]).toEqual([response]);
  expect(await waiting(world.indexedDB)).toEqual([]);
});

test("sends no cookie along", async () => {
  const world = makeWorld();
  const delivery = world.open();
  const response = makeResponse();
  await delivery.add(response);
  await settled(delivery, response, "sent");
  expect(world.requests.map(({ credentials }) => credentials)).toEqual(["omit"]);
});

test("waits on the disk without a network, also through a restart, and arrives once", async () => {
  const world = makeWorld();
  world.network.answer = noNetwork;
  const before = world.open();
  const responses = [makeResponse(), makeResponse({ channel: "counter" })];
  for (const response of responses) await before.add(response);
  await vi.waitFor(() => expect(world.due).toHaveLength(1));
  before.close();
  expect(await waiting(world.indexedDB)).toHaveLength(2);
  world.network.answer = world.answerAll;
  await world.open().wake();
  expect([...world.received.keys()].sort()).toEqual(responses.map(({ id }) => id).sort());
  expect(await waiting(world.indexedDB)).toEqual([]);
});

test("an answer that got lost on the way makes it go out again under the same id", async () => {
  const world = makeWorld();
  world.network.answer = (responses) => {
    world.answerAll(responses);
    return noNetwork();
  };
  const delivery = world.open();
  const response = makeResponse();
  await delivery.add(response);
  await vi.waitFor(() => expect(world.due).toHaveLength(1));
  world.network.answer = world.answerAll;
  world.due.at(-1)!();
  await settled(delivery, response, "sent");
  expect(world.requests.length).toBeGreaterThan(1);
  expect(world.received.size).toBe(1);
});

test("the page of a captive portal is no answer", async () => {
  const world = makeWorld();
  world.network.answer = () => new Response("<html>Đăng nhập Wi-Fi</html>", { status: 200 });
  const delivery = world.open();
  await delivery.add(makeResponse());
  await vi.waitFor(() => expect(world.due).toHaveLength(1));
  expect(await waiting(world.indexedDB)).toHaveLength(1);
});

test("waits as long as the server asks for", async () => {
  const world = makeWorld();
  world.network.answer = () => json(429, { error: { code: "tooManyRequests", retryAfterSeconds: 120 } });
  await world.open().add(makeResponse());
  await vi.waitFor(() => expect(world.delays.at(-1)).toBe(120_000));
});

test("a whole day's responses go out in batches that the server takes", async () => {
  const world = makeWorld();
  const store = await openSurveyStore(world.indexedDB);
  for (let index = 0; index < 120; index += 1) await store.add(makeResponse());
  await world.open().wake();
  expect(world.received.size).toBe(120);
  expect(world.requests).toHaveLength(3);
});

test("says when a code is not in use any more, and stops sending for it", async () => {
  const world = makeWorld();
  world.network.answer = (responses) => json(200, { verdicts: responses.map(({ id }) => ({ id, verdict: "refused", code: "unknownOrForbidden" })) });
  const delivery = world.open();
  const response = makeResponse();
  await delivery.add(response);
  await settled(delivery, response, "refused");
  expect(await waiting(world.indexedDB)).toEqual([]);
});

test("a browser that keeps nothing sends at once, and says so when it can't", async () => {
  const closed = { open: () => { throw new DOMException("closed", "SecurityError"); } } as unknown as IDBFactory;
  const world = makeWorld(closed);
  const delivery = world.open();
  const response = makeResponse();
  await delivery.add(response);
  await settled(delivery, response, "sent");
  world.network.answer = noNetwork;
  await expect(delivery.add(makeResponse())).rejects.toThrow("closed");
});
