import { err } from "../../domain/result";
import type { PhoneParts } from "../create-phone";
import { readMeta } from "../database/meta";
import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import type { PhoneOpening } from "../opening";
import type { Newcomer } from "../people/newcomer";
import { readPerson } from "../people/person";
import { loadNetwork } from "../sync/load-network";
import { loadLocksmith } from "../vault/load-locksmith";
import { openVault } from "../vault/vault";
import { createLock } from "./lock";
import { openNews, type News } from "./news";
import { openPlace, type Place } from "./place";
import { createWayIn } from "./way-in";
import { createWork, type FoundKey } from "./work";

/**
 * Who may come in: opens the storage once, then follows sign-in, lock and sign-out of this and other tabs.
 *
 *   signInNeeded ── signedIn ──▶ pinNeeded ── choosePin ──▶ ready
 *        ▲                          ▲                       │  ▲
 *        │                          │ forgotten PIN    lock │  │ unlock, or the key keeper still has the key
 *        └── everybody signed out ──┴─────── locked ◀───────┘──┘
 */
export type Door = {
  open(): Promise<PhoneOpening>;
  subscribe(listener: (opening: PhoneOpening) => void): () => void;
  /** Somebody of whom enough is known to start; asks for their PIN. */
  admit(newcomer: Newcomer): Promise<PhoneOpening>;
  close(): void;
};

export function openDoor(environment: PhoneEnvironment): Door {
  const listeners = new Set<(opening: PhoneOpening) => void>();
  let opening: Promise<PhoneOpening> | undefined;
  let place: Place | undefined;
  let stored: Storage | undefined;
  const { tell, close: hearNothing } = openNews(environment, (news) => hear(news));

  const here = (): Place => {
    if (!place) throw new Error("The storage is not open");
    return place;
  };

  const become = (next: PhoneOpening): PhoneOpening => {
    opening = Promise.resolve(next);
    for (const listener of [...listeners]) listener(next);
    return next;
  };

  /** Nobody works here any more, in this tab. */
  const end = (state: "newerData" | "wiped") => {
    work.leave();
    become({ state });
  };

  const begin = async (): Promise<PhoneOpening> => {
    const asked = work.findKey();
    const opened = await openPlace(environment, (storage) => (stored = storage), () => end("newerData"));
    if (opened.state !== "open") return opened;
    place = opened.place;
    return enter(await asked);
  };

  /** Whatever the database, and the keeper of keys, say about who works here. */
  const enter = async (found?: FoundKey): Promise<PhoneOpening> => {
    const { storage } = here();
    const personId = (await storage.use((database) => readMeta(database, "signedIn"))) ?? undefined;
    if (personId === undefined) return lock.look();
    if (found?.held?.personId === personId) {
      const { key } = found.held;
      const vault = openVault(personId, key, environment.crypto);
      const person = await readPerson(storage, vault).catch(() => undefined);
      const phone = person && (await work.start(vault, key, person, found.before));
      if (phone) return { state: "ready", phone };
    }
    return (await former(personId)) ?? lock.look(personId);
  };

  /** A key of before there were PINs opens once more, to get one. */
  const former = async (personId: string): Promise<PhoneOpening | undefined> => {
    const { storage } = here();
    const row = await storage.use((database) => database.keys.get(personId));
    if (row?.wrapping !== "device") return undefined;
    const { unwrapFormer } = await loadLocksmith();
    const key = await unwrapFormer(row, storage, environment.crypto);
    const person = await readPerson(storage, openVault(personId, key, environment.crypto));
    return person && wayIn.pinNeeded({ person, key, replaces: row, isSameKey: true });
  };

  /** Whoever works here goes on until everything is delivered: nothing is destroyed that is here alone. */
  const wipe = () => {
    const { storage } = here();
    const stopWork = () => {
      tell({ kind: "wiped" });
      end("wiped");
    };
    void loadNetwork()
      .then((network) => network?.wipePhone(storage, environment, stopWork))
      .then(async (isDone) => {
        if (!isDone && !work.current()) become(await lock.look());
      })
      .catch(environment.reportFault);
  };

  const lockAll = async (handOver?: "handOver") => {
    if (!work.current()) return;
    tell({ kind: "locked", handOver: handOver !== undefined });
    await lockHere(handOver !== undefined);
  };

  /** The screen is gone at once; who else is here, and how much of theirs waits, comes a moment later. */
  const lockHere = async (handOver: boolean) => {
    const personId = work.lock();
    if (personId === undefined) return;
    const chosen = handOver ? undefined : personId;
    become(lock.shown(chosen));
    const looked = await lock.look(chosen);
    if (!work.current()) become(looked);
  };

  const signOut = async () => {
    const working = work.current();
    if (!working) return;
    await (await loadLocksmith()).signOutHere(working.personId, here().storage);
    work.lock();
    become(await enter());
    tell({ kind: "person" });
  };

  const changePin: PhoneParts["keys"]["changePin"] = async (current, next) => {
    const person = work.current()?.open.phone.person.getSnapshot();
    if (!person) return err({ problem: "signInNeeded" });
    return (await loadLocksmith()).changePin(person, current, next, here().storage, environment);
  };

  const hear = async (news: News) => {
    if (news.kind === "locked") return lockHere(news.handOver);
    if (!place) await opening; // what it finds may be older than the news
    if (!place) return;
    const working = work.current();
    if (news.kind === "entries" && news.ownerId === working?.personId) return working.open.refresh(news.ids);
    if (news.kind === "resume" && news.ownerId === working?.personId) return working.open.resume();
    if (news.kind === "wiped") return end("wiped");
    if (news.kind === "used") return working?.autoLock.usedElsewhere();
    if (news.kind !== "person") return;
    const [found, personId] = await Promise.all([work.findKey(), place.storage.use((database) => readMeta(database, "signedIn"))]);
    if (work.current() && personId === work.current()?.personId) return;
    work.leave();
    become(await enter(found));
  };

  const open = (): Promise<PhoneOpening> => {
    opening ??= begin()
      .catch((cause: unknown): PhoneOpening => {
        environment.reportFault(cause);
        return { state: "unavailable", reason: "error" };
      })
      .then((result) => {
        if (result.state === "unavailable") {
          stored?.close();
          opening = undefined;
        }
        return result;
      });
    return opening;
  };

  const keys: PhoneParts["keys"] = {
    signedIn: (...of) => wayIn.signedIn(...of),
    switchTo: (...of) => wayIn.unlock(...of),
    people: { getSnapshot: () => lock.people.getSnapshot(), subscribe: (listener) => lock.people.subscribe(listener) },
    signOut,
    lock: lockAll,
    changePin,
  };
  const work = createWork(environment, { here, tell, keys, wipe });
  const wayIn = createWayIn(environment, { here, work, lock: () => lock, tell, become, enter, handOver: () => lockAll("handOver") });
  const lock = createLock(environment, () => here().storage, wayIn);

  return {
    open,
    admit: wayIn.admit,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      work.leave();
      hearNothing();
      stored?.close();
    },
  };
}
