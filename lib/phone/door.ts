import { err, ok, type Result } from "../domain/result";
import { createPhone, type OpenPhone } from "./create-phone";
import { readMeta, writeMeta } from "./database/meta";
import { openStorage, type Storage } from "./database/storage";
import { storageProblemOf, type StorageProblem } from "./database/storage-problem";
import { openDevice, type Device } from "./device/device";
import type { KeyKeeper, PhoneEnvironment } from "./device/environment";
import { createStore } from "./device/store";
import type { LockedPerson, PhoneOpening, SignInHere, Unlocked } from "./opening";
import type { Newcomer } from "./people/newcomer";
import { readPerson, type PersonOnPhone } from "./people/person";
import type { Phone } from "./phone";
import { loadNetwork } from "./sync/load-network";
import { startAutoLock, type AutoLock } from "./vault/auto-lock";
import { loadLocksmith } from "./vault/load-locksmith";
import type { Candidate } from "./vault/settle-in";
import { openVault, type Vault } from "./vault/vault";

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

type News =
  | { readonly kind: "entries"; readonly ownerId: string; readonly ids: readonly string[] }
  | { readonly kind: "person" }
  | { readonly kind: "locked"; readonly handOver: boolean }
  | { readonly kind: "used" }
  | { readonly kind: "wiped" }
  | { readonly kind: "resume"; readonly ownerId: string };

/** What the keeper of keys had, and after how many locks. */
type FoundKey = { readonly before: number; readonly held: Awaited<ReturnType<KeyKeeper["ask"]>> };
type Place = { readonly storage: Storage; readonly device: Device };
type Inside = { readonly personId: string; readonly open: OpenPhone; readonly autoLock: AutoLock };

export function openDoor(environment: PhoneEnvironment): Door {
  const { keyKeeper } = environment;
  const listeners = new Set<(opening: PhoneOpening) => void>();
  let opening: Promise<PhoneOpening> | undefined;
  let place: Place | undefined;
  let stored: Storage | undefined;
  let inside: Inside | undefined;
  /** Whose PIN the lock asks for, if not for just anybody's. */
  let asked: string | undefined;
  /** Grows with every lock, of any tab: whoever was on the way in with a key of before stays outside. */
  let locks = 0;
  const people = createStore<readonly LockedPerson[]>([]);
  const channel = environment.openChannel((message) => void hear(message as News).catch(environment.reportFault));
  const tell = (news: News) => channel.send(news);

  const here = (): Place => {
    if (!place) throw new Error("The storage is not open");
    return place;
  };

  /** What is half typed is still being kept when this answers. */
  const leave = () => {
    if (!inside) return;
    const { open, autoLock } = inside;
    inside = undefined;
    autoLock.stop();
    void open.stop().catch(environment.reportFault);
  };

  const become = (next: PhoneOpening): PhoneOpening => {
    opening = Promise.resolve(next);
    for (const listener of [...listeners]) listener(next);
    return next;
  };

  const whenNewer = () => {
    leave();
    become({ state: "newerData" });
  };

  const begin = async (): Promise<PhoneOpening> => {
    const opened = await openStorage(environment, whenNewer);
    if (opened.state === "unavailable") return opened;
    const { storage } = opened;
    stored = storage;
    if (opened.state === "newer") {
      void sendWhatWaits(storage, environment).catch(environment.reportFault);
      return { state: "newerData" };
    }
    const hasPassed = await storage.use((database) => readMeta(database, "self-test"));
    if (!hasPassed && !(await (await loadLocksmith()).storageKeepsKeys(storage, environment))) return { state: "unavailable", reason: "selfTest" };
    const [device, found] = await Promise.all([openDevice(storage, environment), findKey()]);
    place = { storage, device };
    return enter(found);
  };

  const findKey = async (): Promise<FoundKey> => ({ before: locks, held: await keyKeeper.ask() });

  /** Whatever the database, and the keeper of keys, say about who works here. */
  const enter = async (found?: FoundKey): Promise<PhoneOpening> => {
    const { storage } = here();
    const personId = (await storage.use((database) => readMeta(database, "signedIn"))) ?? undefined;
    if (personId === undefined) return lockedFor(undefined);
    if (found?.held?.personId === personId) {
      const { key } = found.held;
      const vault = openVault(personId, key, environment.crypto);
      const person = await readPerson(storage, vault).catch(() => undefined);
      const phone = person && (await start(vault, key, person, found.before));
      if (phone) return { state: "ready", phone };
    }
    return (await former(personId)) ?? lockedFor(personId);
  };

  /** A key of before there were PINs opens once more, to get one. */
  const former = async (personId: string): Promise<PhoneOpening | undefined> => {
    const { storage } = here();
    const row = await storage.use((database) => database.keys.get(personId));
    if (row?.wrapping !== "device") return undefined;
    const { unwrapFormer } = await loadLocksmith();
    const key = await unwrapFormer(row, storage, environment.crypto);
    const person = await readPerson(storage, openVault(personId, key, environment.crypto));
    return person && pinNeeded({ person, key, replaces: row, isSameKey: true });
  };

  const lockedFor = async (chosen: string | undefined): Promise<PhoneOpening> => {
    await destroyTooOld();
    await lookAround();
    const known = people.getSnapshot();
    const isSomebodys = known.some(({ id, mustSignIn }) => !mustSignIn || id === chosen);
    return isSomebodys ? locked(chosen) : { state: "signInNeeded", waiting: await countUnsent(here().storage), signedIn };
  };

  const locked = (chosen: string | undefined): PhoneOpening => {
    asked = chosen;
    const isHere = people.getSnapshot().some(({ id }) => id === chosen);
    return { state: "locked", people: people.getSnapshot(), ...(chosen !== undefined && isHere ? { chosen } : {}), unlock, signedIn };
  };

  const destroyTooOld = async () => (await loadLocksmith()).destroyTooOld(here().storage, environment.now());

  const lookAround = async () => people.set(await (await loadLocksmith()).peopleHere(here().storage, environment));

  /** Undefined when a lock was faster. */
  const start = async (vault: Vault, key: CryptoKey, person: PersonOnPhone, before: number): Promise<Phone | undefined> => {
    leave();
    const announce = (ids: readonly string[]) => tell({ kind: "entries", ownerId: person.id, ids });
    const open = await createPhone({ environment, ...here(), vault, person, announce, keys, wipe });
    if (locks !== before) {
      void open.stop().catch(environment.reportFault);
      return undefined;
    }
    keyKeeper.hold(person.id, key);
    const autoLock = startAutoLock(environment, () => void lock(), () => tell({ kind: "used" }));
    inside = { personId: person.id, open, autoLock };
    return open.phone;
  };

  /** Whoever works here goes on until everything is delivered: nothing is destroyed that is here alone. */
  const wipe = () => {
    const { storage } = here();
    const stopWork = () => {
      tell({ kind: "wiped" });
      afterWipe();
    };
    void loadNetwork()
      .then((network) => network?.wipePhone(storage, environment, stopWork))
      .then(async (isDone) => {
        if (!isDone && !inside) become(await lockedFor(undefined));
      })
      .catch(environment.reportFault);
  };

  const afterWipe = () => {
    leave();
    become({ state: "wiped" });
  };

  const unlock = async (personId: string, pin: string): Promise<Unlocked> => {
    try {
      const before = locks;
      const key = await (await loadLocksmith()).openWithPin(personId, pin, here().storage, environment);
      if (key.ok) {
        await destroyTooOld();
        return await comeIn(personId, key.value, before);
      }
      if (!inside) become(await lockedFor(asked));
      return key;
    } catch (cause) {
      environment.reportFault(cause);
      return err(storageProblemOf(cause));
    }
  };

  const comeIn = async (personId: string, key: CryptoKey, before: number): Promise<Result<Phone, StorageProblem>> => {
    const { storage } = here();
    const vault = openVault(personId, key, environment.crypto);
    const person = await readPerson(storage, vault);
    if (!person) throw new Error("Nothing is known of the key's person");
    await storage.use((database) => writeMeta(database, "signedIn", personId));
    const phone = await start(vault, key, person, before);
    if (!phone) return err({ problem: "storage" });
    become({ state: "ready", phone });
    tell({ kind: "person" });
    return ok(phone);
  };

  const pinNeeded = (candidate: Candidate): PhoneOpening => ({
    state: "pinNeeded",
    person: { id: candidate.person.id, name: candidate.person.name },
    choosePin: (pin) => settle(candidate, pin),
    signedIn,
  });

  const settle = async (candidate: Candidate, pin: string): Promise<Result<Phone, StorageProblem>> => {
    try {
      const { storage, device } = here();
      const before = locks;
      const key = await (await loadLocksmith()).settleIn(candidate, pin, storage, environment);
      const network = candidate.page && (await loadNetwork());
      const vault = openVault(candidate.person.id, key, environment.crypto);
      // Without it, the first synchronisation reads it once more.
      await network?.storeFirstPage(candidate, vault, storage).catch(environment.reportFault);
      void device.persist().catch(environment.reportFault);
      return await comeIn(candidate.person.id, key, before);
    } catch (cause) {
      environment.reportFault(cause);
      return err(storageProblemOf(cause));
    }
  };

  const admit = async (newcomer: Newcomer): Promise<PhoneOpening> => {
    if (inside) await lock("handOver");
    const { storage } = here();
    const replaces = await storage.use((database) => database.keys.get(newcomer.person.id));
    const key = await (await loadLocksmith()).newDataKey(environment.crypto);
    return become(pinNeeded({ ...newcomer, key, isSameKey: false, ...(replaces ? { replaces } : {}) }));
  };

  const signedIn: SignInHere = async (personId, forgotten) => {
    if (!place) return err({ problem: "storage" });
    const { storage, device } = place;
    if (inside?.personId === personId) {
      inside.open.resume();
      tell({ kind: "resume", ownerId: personId });
      return ok({ state: "ready", phone: inside.open.phone });
    }
    try {
      const row = await storage.use((database) => database.keys.get(personId));
      if (row && !(row.wrapping === "pin" && forgotten)) return ok(await comeBack(personId));
      const network = await loadNetwork();
      if (!network) return err({ problem: "network", cause: "unreachable" });
      const newcomer = await network.firstSignIn(personId, storage, device, environment);
      return newcomer.ok ? ok(await admit(newcomer.value)) : newcomer;
    } catch (cause) {
      environment.reportFault(cause);
      return err(storageProblemOf(cause));
    }
  };

  const comeBack = async (personId: string): Promise<PhoneOpening> => {
    if (inside) await lock("handOver");
    await (await loadLocksmith()).welcomeBack(personId, here().storage);
    tell({ kind: "person" });
    return become(await enter());
  };

  const lock = async (handOver?: "handOver") => {
    if (!inside) return;
    tell({ kind: "locked", handOver: handOver !== undefined });
    await lockHere(handOver !== undefined);
  };

  /** The screen is gone at once; who else is here, and how much of theirs waits, comes a moment later. */
  const lockHere = async (handOver: boolean) => {
    locks += 1;
    if (!inside) return;
    const chosen = handOver ? undefined : inside.personId;
    keyKeeper.forget();
    leave();
    become(locked(chosen));
    const looked = await lockedFor(chosen);
    if (!inside) become(looked);
  };

  const signOut = async () => {
    if (!inside) return;
    const { personId } = inside;
    await (await loadLocksmith()).signOutHere(personId, here().storage);
    locks += 1;
    keyKeeper.forget();
    leave();
    become(await enter());
    tell({ kind: "person" });
  };

  const keys: Pick<Phone, "signedIn" | "signOut" | "people" | "lock" | "changePin" | "switchTo"> = {
    signedIn,
    signOut,
    lock,
    switchTo: unlock,
    people: {
      getSnapshot: people.getSnapshot,
      subscribe: (listener) => {
        void lookAround().catch(environment.reportFault);
        return people.subscribe(listener);
      },
    },
    changePin: async (current, next) => {
      const person = inside?.open.phone.person.getSnapshot();
      if (!person) return err({ problem: "signInNeeded" });
      return (await loadLocksmith()).changePin(person, current, next, here().storage, environment);
    },
  };

  const hear = async (news: News) => {
    if (news.kind === "locked") return lockHere(news.handOver);
    if (!place) await opening; // what it finds may be older than the news
    if (!place) return;
    if (news.kind === "entries" && news.ownerId === inside?.personId) return inside.open.refresh(news.ids);
    if (news.kind === "resume" && news.ownerId === inside?.personId) return inside.open.resume();
    if (news.kind === "wiped") return afterWipe();
    if (news.kind === "used") return inside?.autoLock.usedElsewhere();
    if (news.kind !== "person") return;
    const [found, personId] = await Promise.all([findKey(), place.storage.use((database) => readMeta(database, "signedIn"))]);
    if (inside && personId === inside.personId) return;
    leave();
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

  return {
    open,
    admit,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      leave();
      channel.close();
      stored?.close();
    },
  };
}

async function sendWhatWaits(storage: Storage, environment: PhoneEnvironment): Promise<void> {
  const network = await loadNetwork();
  await network?.sendWithoutWriting(storage, environment);
}

/** Of all people: only how many, so that nobody wipes a phone that still holds work. */
function countUnsent(storage: Storage): Promise<number> {
  return storage.use((database) => database.outbox.filter(({ state }) => state === "waiting" || state === "refused").count());
}
