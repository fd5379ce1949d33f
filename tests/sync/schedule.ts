import { isDeepStrictEqual } from "node:util";
import { createProtocolClient, type Fetch } from "@/lib/protocol/client";
import type { ChangedEntry } from "@/lib/protocol/changes";
import { protocolVersion } from "@/lib/protocol/version";
import type { Phone } from "@/lib/phone/phone";
import { randomUUID } from "node:crypto";
import { createActivity } from "./activity";
import { createContents } from "./contents";
import { createLedger, withdrawal, type Ledger, type Told } from "./ledger";
import { createPersonAtPhone, type PersonAtPhone } from "./person-at-phone";
import { startProxy, type Proxy } from "./proxy";
import { createRandom, type Random } from "./random";
import { createReceiptWatch } from "./receipt-watch";
import { createVirtualTime, type VirtualTime } from "./virtual-time";
import type { CommittedEntry, TestPerson, World } from "./world";

export type Findings = { readonly lost: string[]; readonly duplicated: string[]; readonly stuck: string[] };

/**
 * One random history of several people, phones and a leader on a bad network, and what must hold after it:
 * everything a person was told is saved is on the server once, as last entered; nobody was told "received"
 * before the commit; nothing is stuck.
 */
export async function runSchedule(seed: number, world: World): Promise<Findings> {
  const random = createRandom(seed);
  const time = createVirtualTime();
  const activity = createActivity();
  const ledger = createLedger();
  const receipts = createReceiptWatch(ledger.violations);
  const proxy = await startProxy(world.serverPort, random.fork());
  const [first, second, leader] = await Promise.all([world.addPerson("volunteer"), world.addPerson("volunteer"), world.addPerson("leader")]);
  const authors = [first, second];
  const around = {
    unitId: world.unitId,
    origin: proxy.origin,
    fetch: watchedFetch(async () => receipts.committed(await world.committed(authors.map(({ id }) => id)))),
    time, activity, random, ledger, receipts,
    contents: createContents(random.fork()),
  };
  // One phone each; some are shared, and some people have two.
  const phones = [
    createPersonAtPhone(`${seed}-a`, random.chance(0.4) ? [first, second] : [first], around),
    ...(random.chance(0.6) ? [createPersonAtPhone(`${seed}-b`, random.chance(0.4) ? [second, first] : [second], around)] : []),
  ];
  const serverFetch = directFetch(world);
  const review = () => reviewByChance(leader, authors, world, serverFetch, random);
  try {
    const crashes: Promise<void>[] = [];
    for (let step = 6 + random.below(13); step > 0; step -= 1) {
      await random.pick(phones).act();
      await disturb({ proxy, random, time, review, quiet: activity.quiet });
      if (random.chance(0.02)) await world.deactivate(random.pick(authors).id);
      if (world.crash && step % 5 === 0) crashes.push(crashes.length % 2 === 0 ? world.crash.server() : world.crash.database());
    }
    await Promise.all(crashes);
    proxy.setTrouble(0);
    await proxy.release();
    const stuck = await settleAll(phones, world, time, activity.quiet);
    return await judge(ledger, stuck, phones, authors, world, serverFetch);
  } finally {
    await proxy.close();
  }
}

type Disturbance = {
  readonly proxy: Proxy;
  readonly random: Random;
  readonly time: VirtualTime;
  review(): Promise<void>;
  quiet(): Promise<void>;
};

async function disturb({ proxy, random, time, review, quiet }: Disturbance): Promise<void> {
  if (random.chance(0.3)) proxy.setTrouble(random.pick([0, 0.3, 0.6, 1]));
  if (random.chance(0.4)) await quiet();
  if (random.chance(0.5)) time.advanceToNext();
  if (random.chance(0.15)) await review();
  if (random.chance(0.1)) await proxy.release();
}

const patience = 400;

/** The network is well again: every phone and every person on it gets to the end, deciding what needs a decision. */
async function settleAll(phones: readonly PersonAtPhone[], world: World, time: VirtualTime, quiet: () => Promise<void>): Promise<string[]> {
  const stuck: string[] = [];
  for (const atPhone of phones) {
    for (const person of atPhone.people) stuck.push(...(await settle(atPhone, person, world, time, quiet)));
  }
  return stuck;
}

async function settle(atPhone: PersonAtPhone, person: TestPerson, world: World, time: VirtualTime, quiet: () => Promise<void>): Promise<string[]> {
  let phone: Phone | undefined;
  for (let turn = 0; turn < patience; turn += 1) {
    await quiet();
    phone = await atPhone.use(person);
    if (turn % 50 === 0) phone?.wake();
    await quiet();
    if (phone && (await atPhone.isSettled(phone)) && isCurrent(phone, await world.committed([person.id]))) return [];
    time.advanceToNext();
  }
  const left = phone?.entries.getSnapshot() ?? [];
  const entries = left.map(({ id, sync, status, attention }) => ({ id, sync, status, attention }));
  return [`stuck: ${JSON.stringify(entries)} of ${person.id} at ${JSON.stringify(phone?.sync.getSnapshot())}`];
}

/** The phone shows of every entry what the server holds. */
function isCurrent(phone: Phone, committed: readonly CommittedEntry[]): boolean {
  const shown = new Map(phone.entries.getSnapshot().map((entry) => [entry.id, entry]));
  return committed.every(({ id, status, happenedAt }) => shown.get(id)?.status === status && shown.get(id)?.happenedAt === happenedAt);
}

/** Compares what people were told with what is committed, and with what a new phone of theirs would show. */
async function judge(
  { told, violations }: Ledger,
  stuck: readonly string[],
  phones: readonly PersonAtPhone[],
  authors: readonly TestPerson[],
  world: World,
  fetch: Fetch,
): Promise<Findings> {
  const findings: Findings = { lost: [...violations], duplicated: [], stuck: [...stuck] };
  for (const { browser } of phones) findings.stuck.push(...browser.faults.map((fault) => `fault: ${(fault as Error).stack ?? String(fault)}`));
  const committed = await world.committed(authors.map(({ id }) => id));
  await world.nobodyAtWork();
  const onServer = new Map((await Promise.all(authors.map((author) => readAll(author, fetch)))).flat().map((entry) => [entry.id, entry]));
  for (const [id, expected] of told) {
    const rows = committed.filter((row) => row.id === id);
    const entry = onServer.get(id);
    if (expected.isRemoved) continue;
    if (rows.length !== 1 || !entry) findings.lost.push(`lost: entry ${id} is not on the server`);
    else findings.lost.push(...differences(entry, expected));
  }
  for (const { id } of committed) if (!told.has(id)) findings.duplicated.push(`duplicated: entry ${id} is on the server, and nobody was told`);
  return findings;
}

/** Every live mark has to be what the server holds: one that is not was lost. */
function differences(entry: ChangedEntry, { live, contents }: Told): string[] {
  const isWithdrawn = entry.status === "withdrawn";
  const lost = [...live.keys()].filter((mark) => (mark.startsWith(withdrawal) ? !isWithdrawn : isWithdrawn || mark !== entry.happenedAt));
  const content = contents.get(entry.happenedAt);
  const ids = (outcomes: readonly { id: string }[]) => outcomes.map(({ id }) => id).sort().join();
  const isEqual =
    content && ids(content.outcomes) === ids(entry.outcomes) && (!entry.content || isDeepStrictEqual(entry.content, content));
  return [
    ...lost.map((mark) => `lost: ${mark} of entry ${entry.id}, which is ${entry.status} as of ${entry.happenedAt}`),
    ...(isEqual ? [] : [`lost: entry ${entry.id} is not as it was entered`]),
  ];
}

/** Everything of a person, as a new phone reads it. */
async function readAll(person: TestPerson, fetch: Fetch): Promise<ChangedEntry[]> {
  const client = createProtocolClient(withCookie(fetch, person), "");
  const entries = new Map<string, ChangedEntry>();
  let cursor: string | undefined;
  for (;;) {
    const page = await client.fetchChanges({ personId: person.id, device: manifest(), ...(cursor ? { cursor } : {}) });
    if (!page.ok) throw new Error(`The feed answers ${page.error.problem}`);
    for (const entry of page.value.entries) entries.set(entry.id, entry);
    cursor = page.value.cursor;
    if (!page.value.more) return [...entries.values()];
  }
}

/** The leader returns or confirms one of the entries, on a good network. */
async function reviewByChance(leader: TestPerson, authors: readonly TestPerson[], world: World, fetch: Fetch, random: Random): Promise<void> {
  const open = (await world.committed(authors.map(({ id }) => id))).filter(({ status }) => status === "submitted");
  if (open.length === 0) return;
  const { id, version } = random.pick(open.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1)));
  const decision = random.chance(0.6) ? { action: "return", reason: "needsExplanation" } : { action: "confirm" };
  const command = { id: randomUUID(), type: "reviewEntry", entryId: id, issuedAt: new Date().toISOString(), expectedVersion: version, ...decision };
  const client = createProtocolClient(withCookie(fetch, leader), "");
  await client.sendCommands({ protocol: protocolVersion, personId: leader.id, device: manifest(), commands: [command] });
}

function manifest() {
  return {
    deviceId: randomUUID(), pendingCount: 0, pendingIdsDigest: "", appVersion: "test", persisted: true, installed: true, clockOffsetMs: 0,
  };
}

function withCookie(fetch: Fetch, { cookie }: TestPerson): Fetch {
  return (url, init) => fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
}

function directFetch(world: World): Fetch {
  return (url, init) => fetch(`http://127.0.0.1:${world.serverPort()}${url}`, init);
}

/** Reads the answer whole and lets the database be asked before the phone gets to see it. */
function watchedFetch(beforeAnswer: () => Promise<void>): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const body = await response.arrayBuffer();
    if (response.status === 200) await beforeAnswer();
    return new Response(body, { status: response.status, headers: response.headers });
  };
}
