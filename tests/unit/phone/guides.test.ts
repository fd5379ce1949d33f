import { expect, it } from "vitest";
import type { Guide } from "@/lib/domain/guide/guide";
import { makeHelpSession } from "@/tests/factories/help-session";
import { changes, createHarness, openAs, otherPersonId, ours, personId, refusal, teamUnit, type Harness } from "./phone-harness";
import { rawRows } from "./raw-database";

const submit: Guide = { slug: "nop-ho-so", version: 1, title: "Nộp hồ sơ", markdown: "1. Mở cổng" };
const lookUp: Guide = { slug: "tra-cuu", version: 1, title: "Tra cứu hồ sơ", markdown: "1. Nhập mã" };

/** The server has these; the feed says so. */
function offer({ network }: Harness, version: string, guides: readonly Guide[]) {
  network.changes = () => changes(network.session, [], { guides: version });
  network.guides = () => ours({ version, guides });
}

const asked = ({ network }: Harness) => network.requests.filter(({ path }) => path === "/api/guides").length;

it("brings the guides in their order, and opens them with the server gone", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit, lookUp]);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  harness.network.changes = harness.network.guides = () => Promise.reject(new TypeError("no network"));
  expect(await phone.guides.list()).toMatchObject([submit, lookUp]);
  expect(await phone.guides.open("tra-cuu")).toMatchObject(lookUp);
  expect(await phone.guides.open("unknown")).toBeUndefined();
});

it("asks only when the feed names a version that is not here", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit]);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  expect(asked(harness)).toBe(1);
  phone.wake();
  await harness.quiet();
  expect(asked(harness)).toBe(1);
});

it("replaces them as a whole, and tells the screen", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit, lookUp]);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  const heard: (string | undefined)[] = [];
  phone.guides.version.subscribe(() => heard.push(phone.guides.version.getSnapshot()));
  offer(harness, "v2", [{ ...lookUp, version: 2, markdown: "1. Quét mã" }]);
  phone.wake();
  await harness.quiet();
  expect(heard).toEqual(["v2"]);
  expect(await phone.guides.list()).toMatchObject([{ slug: "tra-cuu", version: 2, markdown: "1. Quét mã" }]);
});

it("keeps what it has when they can't be fetched or stored, and sending goes on", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit]);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  offer(harness, "v2", [lookUp]);
  harness.network.guides = () => refusal("serverFault", 500);
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "online" });
  expect(await phone.guides.list()).toMatchObject([submit]);
  expect(harness.browser.faults).toEqual([]);
  offer(harness, "v2", [lookUp]);
  phone.wake();
  await harness.quiet();
  expect(await phone.guides.list()).toMatchObject([lookUp]);
});

it("sends without waiting for guides that never come", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit]);
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  let answer: (response: Response) => void = () => undefined;
  offer(harness, "v2", [lookUp]);
  harness.network.guides = () => new Promise((resolve) => (answer = resolve));
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await expect.poll(() => phone.entries.getSnapshot()[0]?.sync).toBe("received");
  await phone.saveEntry(makeHelpSession(), teamUnit);
  await expect.poll(() => phone.entries.getSnapshot().map(({ sync }) => sync)).toEqual(["received", "received"]);
  answer(ours({ version: "v2", guides: [lookUp] }));
  await harness.quiet();
  expect(await phone.guides.list()).toMatchObject([lookUp]);
});

it("keeps one set for everybody on this phone", async () => {
  const harness = createHarness();
  offer(harness, "v1", [submit]);
  const first = await openAs(personId, harness);
  await harness.quiet();
  await first.phone.signOut();
  const { phone } = await openAs(otherPersonId, harness);
  await harness.quiet();
  expect(await phone.guides.list()).toMatchObject([submit]);
  expect(asked(harness)).toBe(1);
  expect(await rawRows(harness.browser.indexedDB, "guides")).toMatchObject([{ slug: "nop-ho-so" }]);
});
