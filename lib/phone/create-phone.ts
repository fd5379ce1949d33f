import { err } from "../domain/result";
import type { ProtocolClient } from "../protocol/client";
import { readMeta } from "./database/meta";
import type { Storage } from "./database/storage";
import type { Device } from "./device/device";
import { loadAreas } from "./areas/load-areas";
import type { PhoneEnvironment } from "./device/environment";
import { newId } from "./device/new-id";
import { createStore } from "./device/store";
import { createDrafts } from "./drafts/drafts";
import { createEntryList } from "./entries/entry-list";
import { personalStorage } from "./entries/personal-storage";
import type { Saved } from "./entries/saved";
import { readLastHeard } from "./feed/last-heard";
import { findGuide, listGuides } from "./guides/kept-guides";
import { loadSaving } from "./entries/load-saving";
import type { Saving } from "./entries/save-entry";
import type { BatchSize } from "./outbox/batch-size";
import { askedAgain, openOwnJoin } from "./people/own-join";
import { writePerson, type PersonOnPhone } from "./people/person";
import type { Phone, Vanished } from "./phone";
import { loadNetwork } from "./sync/load-network";
import type { SyncSession } from "./sync/session";
import { createSyncLoop, type RunRound } from "./sync/sync-loop";
import { syncStateOf } from "./sync/sync-state";
import type { Vault } from "./vault/vault";

export type PhoneParts = {
  readonly environment: PhoneEnvironment;
  readonly storage: Storage;
  readonly vault: Vault;
  readonly device: Device;
  readonly person: PersonOnPhone;
  /** Tells other tabs which entries were written. */
  announce(entryIds: readonly string[]): void;
  /** The phone was taken back: delivers what everybody left on it, then destroys the rest. */
  wipe(): void;
  /** What the door decides. */
  readonly keys: Pick<Phone, "signedIn" | "signOut" | "people" | "lock" | "changePin" | "switchTo">;
};

export type OpenPhone = {
  readonly phone: Phone;
  /** Another tab wrote entries; without ids, it is unknown which. */
  refresh(entryIds?: readonly string[]): Promise<void>;
  resume(): void;
  /** Sends nothing any more; once what is half typed is kept, the key goes. */
  stop(): Promise<void>;
};

/** Puts the parts together for the person who is signed in, and starts synchronising. */
export async function createPhone(parts: PhoneParts): Promise<OpenPhone> {
  const { storage, vault, device } = parts;
  let isStopped = false;
  // What still runs when the key goes fails, as it should.
  const reportFault = (cause: unknown) => void (isStopped || parts.environment.reportFault(cause));
  const environment: PhoneEnvironment = { ...parts.environment, reportFault };
  const now = () => new Date(environment.now()).toISOString();
  const makeId = () => newId(environment.now(), environment.crypto);
  const list = createEntryList();
  const personal = personalStorage(storage, vault, (news) => {
    list.apply(news);
    parts.announce(news.map(({ id }) => id));
  }, { crypto: environment.crypto, reportFault, serverKey: () => person.getSnapshot().briefing.serverKey });
  await list.open(personal);

  const joining = await openOwnJoin(storage, vault);
  const person = createStore(parts.person);
  const lastContact = createStore<string | undefined>(undefined);
  const recovering = createStore(0);
  const tooLongOffline = createStore((await storage.use((database) => readMeta(database, `offline:${vault.ownerId}`)))?.isTooLong === true);
  const guidesVersion = createStore<string | undefined>(undefined);
  const vanished = createStore<Vanished | undefined>(undefined);
  let client: ProtocolClient | undefined;
  const session: Omit<SyncSession, "step" | "client" | "manifest"> = {
    personal,
    contact: async (serverTime, sentAt) => {
      lastContact.set(now());
      await device.measureClock(serverTime, sentAt);
      await (await loadNetwork())?.noteHeard(vault.ownerId, environment.now(), storage);
    },
    told: ({ orders, vanished: lost }) => {
      vanished.set(lost && { count: lost.count, ...(lost.oldest ? { oldest: lost.oldest } : {}) });
      const isOver = orders?.includes("wipe") ?? false;
      if (isOver) parts.wipe();
      return isOver;
    },
    recovering: recovering.set,
    heardAll: async () => {
      if (!tooLongOffline.getSnapshot()) return;
      await (await loadNetwork())?.noteComplete(vault.ownerId, environment.now(), storage);
      tooLongOffline.set(false);
    },
    now: environment.now,
    sending: list.sending,
  };
  let size: BatchSize | undefined;
  const briefed = {
    current: () => person.getSnapshot().briefing,
    store: async (briefing: PersonOnPhone["briefing"]) => person.set(await writePerson(storage, vault, briefing)),
  };
  const connect = async () => {
    const network = await loadNetwork();
    return network && (client ??= network.createProtocolClient(environment.fetch, environment.origin, environment.requestTimeoutMs));
  };
  const briefing = () => person.getSnapshot().briefing;
  const areas = loadAreas({ personal, connect, now, milliseconds: environment.now, briefing, entries: list.store }, environment.reportFault);
  const synchronise: RunRound = async (step) => {
    const [network, server] = [await loadNetwork(), await connect()];
    if (!network || !server) return err({ problem: "unreachable" });
    const guidesOffered = (version: string) =>
      void network.refreshGuides(version, server, storage).then((stored) => stored && guidesVersion.set(stored), environment.reportFault);
    const manifest = () => network.buildManifest(personal, device.store.getSnapshot().deviceId, environment);
    const batches = (size ??= network.createBatchSize());
    const run = () => network.runRound({ ...session, manifest, client: server, step }, batches, { ...briefed, guidesOffered });
    const by = { person: { id: vault.ownerId, name: person.getSnapshot().name }, fetch: environment.fetch, origin: environment.origin };
    const round = await network.runJoiningRound(joining, by, run);
    if (round.ok) void areas.refresh().catch(environment.reportFault);
    return round;
  };
  const loop = createSyncLoop(synchronise, () => list.sending([]), environment);

  const drafts = createDrafts(personal, now);
  const beforeLock = new Set<() => Promise<unknown>>();
  const saving: Saving = { personal, briefing, newId: makeId, now };
  let writing: Promise<unknown> = Promise.resolve();
  const write = (work: Parameters<typeof writeNow>[0]) => {
    const saved = writeNow(work);
    writing = saved.catch(() => undefined);
    return saved;
  };
  const writeNow = async (work: (by: NonNullable<Awaited<ReturnType<typeof loadSaving>>>) => Promise<Saved>): Promise<Saved> => {
    const by = await loadSaving();
    const saved: Saved = by ? await work(by) : err({ problem: "storage" });
    if (saved.ok) loop.wake();
    return saved;
  };
  const tryAgain = async () => (await loadNetwork())?.retryTooLarge(personal);
  const stopWaking = environment.onWake(() => {
    void list.refresh(personal).catch(environment.reportFault);
    areas.reread();
    loop.wake();
  });
  // The screen needs nothing of this, and on a slow phone it would come later for it.
  const stopWaiting = environment.whenFree(() => {
    loop.wake();
    void loadSaving();
    void list.readRest(personal, environment.whenFree, () => writing).catch(environment.reportFault);
  });

  return {
    phone: {
      person,
      entries: list.store,
      entriesComplete: list.complete,
      sync: syncStateOf(list.store, loop.state, lastContact),
      lastHeard: () => readLastHeard(personal),
      device: device.store,
      vanished,
      tooLongOffline,
      recovering,
      drafts,
      guides: { version: guidesVersion, list: () => listGuides(storage), open: (slug) => findGuide(slug, storage) },
      areas: { packs: areas.packs, download: areas.download, open: areas.open },
      saveEntry: (content, unitId, draftKey) => write((by) => by.saveEntry(content, unitId, draftKey, saving)),
      amendEntry: (entryId, content, draftKey) => write((by) => by.amendEntry(entryId, content, draftKey, saving)),
      withdraw: (entryId) => write((by) => by.withdraw(entryId, saving)),
      answerReview: (entryId, note) => write((by) => by.answerReview(entryId, note, saving)),
      withdrawConsent: (entryId) => write((by) => by.withdrawConsent(entryId, saving)),
      keepServerVersion: (entryId) => write((by) => by.keepServerVersion(entryId, saving)),
      keepCode: (entryId, outcomeId) => write((by) => by.keepCode(entryId, outcomeId, saving)),
      noticeDecision: (entryId) => write((by) => by.noticeDecision(entryId, saving)),
      openEntry: async (entryId) => (await import("./entries/open-entry")).openEntry(entryId, personal),
      wake: () => void tryAgain().catch(environment.reportFault).then(loop.wake),
      ...parts.keys,
      beforeLock: (keep) => {
        beforeLock.add(keep);
        return () => void beforeLock.delete(keep);
      },
      joining: joining.store,
      cameBack: joining.set,
      askAgain: async (invited) => {
        const join = joining.store.getSnapshot();
        if (join && join.state !== "joined") await joining.set(askedAgain(join, invited));
        loop.wake();
      },
      newId: makeId,
      now,
    },
    refresh: (entryIds) => list.refresh(personal, entryIds),
    resume: loop.resume,
    stop: async () => {
      isStopped = true;
      stopWaiting();
      stopWaking();
      loop.stop();
      await Promise.allSettled([writing, ...[...beforeLock].map((keep) => keep())]);
      await drafts.list().catch(() => undefined); // in turn, so behind what was being kept
      vault.close();
    },
  };
}
