import { err, ok, type Result } from "../../domain/result";
import { writeMeta } from "../database/meta";
import { storageProblemOf, type StorageProblem } from "../database/storage-problem";
import type { PhoneEnvironment } from "../device/environment";
import type { PhoneOpening, SignInHere, Unlocked } from "../opening";
import type { Newcomer } from "../people/newcomer";
import { readPerson } from "../people/person";
import type { Phone } from "../phone";
import { loadNetwork } from "../sync/load-network";
import { loadLocksmith } from "../vault/load-locksmith";
import type { Candidate } from "../vault/settle-in";
import { openVault } from "../vault/vault";
import type { Lock } from "./lock";
import type { News } from "./news";
import type { Place } from "./place";
import type { Work } from "./work";

/** How somebody comes to work here: by a PIN, by choosing one, by a sign-in. */
export type WayIn = {
  unlock(personId: string, pin: string): Promise<Unlocked>;
  pinNeeded(candidate: Candidate): PhoneOpening;
  admit(newcomer: Newcomer): Promise<PhoneOpening>;
  readonly signedIn: SignInHere;
};

type Parts = {
  here(): Place;
  readonly work: Work;
  lock(): Lock;
  tell(news: News): void;
  become(opening: PhoneOpening): PhoneOpening;
  /** Whatever the database says about who works here. */
  enter(): Promise<PhoneOpening>;
  handOver(): Promise<void>;
};

export function createWayIn(environment: PhoneEnvironment, { here, work, lock, tell, become, enter, handOver }: Parts): WayIn {
  const failed = (cause: unknown) => {
    environment.reportFault(cause);
    return err(storageProblemOf(cause));
  };

  const unlock = async (personId: string, pin: string): Promise<Unlocked> => {
    try {
      const before = work.locks();
      const { openWithPin, destroyTooOld } = await loadLocksmith();
      const key = await openWithPin(personId, pin, here().storage, environment);
      if (key.ok) {
        await destroyTooOld(here().storage, environment.now());
        return await comeIn(personId, key.value, before);
      }
      if (!work.current()) become(await lock().look(lock().asked()));
      return key;
    } catch (cause) {
      return failed(cause);
    }
  };

  const comeIn = async (personId: string, key: CryptoKey, before: number): Promise<Result<Phone, StorageProblem>> => {
    const { storage } = here();
    const vault = openVault(personId, key, environment.crypto);
    const person = await readPerson(storage, vault);
    if (!person) throw new Error("Nothing is known of the key's person");
    await storage.use((database) => writeMeta(database, "signedIn", personId));
    const phone = await work.start(vault, key, person, before);
    if (!phone) return err({ problem: "storage" });
    become({ state: "ready", phone });
    tell({ kind: "person" });
    return ok(phone);
  };

  const pinNeeded = (candidate: Candidate, lostDrafts = 0): PhoneOpening => ({
    state: "pinNeeded",
    person: { id: candidate.person.id, name: candidate.person.name },
    lostDrafts,
    choosePin: (pin) => settle(candidate, pin),
    signedIn,
  });

  const settle = async (candidate: Candidate, pin: string): Promise<Result<Phone, StorageProblem>> => {
    try {
      const { storage, device } = here();
      const before = work.locks();
      const key = await (await loadLocksmith()).settleIn(candidate, pin, storage, environment);
      const network = candidate.page && (await loadNetwork());
      const vault = openVault(candidate.person.id, key, environment.crypto);
      // Without it, the first synchronisation reads it once more.
      await network?.storeFirstPage(candidate, vault, storage).catch(environment.reportFault);
      void device.persist().catch(environment.reportFault);
      return await comeIn(candidate.person.id, key, before);
    } catch (cause) {
      return failed(cause);
    }
  };

  const admit = async (newcomer: Newcomer): Promise<PhoneOpening> => {
    if (work.current()) await handOver();
    const { storage } = here();
    const replaces = await storage.use((database) => database.keys.get(newcomer.person.id));
    const lostDrafts = await storage.use((database) => database.drafts.where("ownerId").equals(newcomer.person.id).count());
    const key = await (await loadLocksmith()).newDataKey(environment.crypto);
    return become(pinNeeded({ ...newcomer, key, isSameKey: false, ...(replaces ? { replaces } : {}) }, lostDrafts));
  };

  const signedIn: SignInHere = async (personId, forgotten) => {
    const working = work.current();
    if (working?.personId === personId) {
      working.open.resume();
      tell({ kind: "resume", ownerId: personId });
      return ok({ state: "ready", phone: working.open.phone });
    }
    try {
      const { storage, device } = here();
      const row = await storage.use((database) => database.keys.get(personId));
      if (row && !(row.wrapping === "pin" && forgotten)) return ok(await comeBack(personId));
      const network = await loadNetwork();
      if (!network) return err({ problem: "network", cause: "unreachable" });
      const newcomer = await network.firstSignIn(personId, storage, device, environment);
      return newcomer.ok ? ok(await admit(newcomer.value)) : newcomer;
    } catch (cause) {
      return failed(cause);
    }
  };

  const comeBack = async (personId: string): Promise<PhoneOpening> => {
    if (work.current()) await handOver();
    await (await loadLocksmith()).welcomeBack(personId, here().storage);
    tell({ kind: "person" });
    return become(await enter());
  };

  return { unlock, pinNeeded, admit, signedIn };
}
