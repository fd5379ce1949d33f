import type { Storage } from "../database/storage";
import type { PhoneEnvironment } from "../device/environment";
import { createStore, type ReadStore } from "../device/store";
import type { LockedPerson, PhoneOpening } from "../opening";
import { loadLocksmith } from "../vault/load-locksmith";
import type { WayIn } from "./way-in";

/** What a phone shows on which nobody works: who is here, or that nobody is. */
export type Lock = {
  readonly people: ReadStore<readonly LockedPerson[]>;
  /** As it was when somebody last looked. @param chosen whose PIN it asks for, if not for just anybody's */
  shown(chosen: string | undefined): PhoneOpening;
  /** After looking at who is here, and how much of theirs waits; what is too old goes before. */
  look(chosen?: string): Promise<PhoneOpening>;
  /** Who is asked now. */
  asked(): string | undefined;
};

export function createLock(environment: PhoneEnvironment, storage: () => Storage, { unlock, signedIn }: Pick<WayIn, "unlock" | "signedIn">): Lock {
  const people = createStore<readonly LockedPerson[]>([]);
  let asked: string | undefined;

  const lookAround = async () => people.set(await (await loadLocksmith()).peopleHere(storage(), environment));

  const shown = (chosen: string | undefined): PhoneOpening => {
    asked = chosen;
    const isHere = people.getSnapshot().some(({ id }) => id === chosen);
    return { state: "locked", people: people.getSnapshot(), ...(chosen !== undefined && isHere ? { chosen } : {}), unlock, signedIn };
  };

  return {
    asked: () => asked,
    shown,
    look: async (chosen) => {
      await (await loadLocksmith()).destroyTooOld(storage(), environment.now());
      await lookAround();
      const isSomebodys = people.getSnapshot().some(({ id, mustSignIn }) => !mustSignIn || id === chosen);
      return isSomebodys ? shown(chosen) : { state: "signInNeeded", waiting: await countUnsent(storage()), signedIn };
    },
    people: {
      getSnapshot: people.getSnapshot,
      subscribe: (listener) => {
        void lookAround().catch(environment.reportFault);
        return people.subscribe(listener);
      },
    },
  };
}

/** Of all people: only how many, so that nobody wipes a phone that still holds work. */
function countUnsent(storage: Storage): Promise<number> {
  return storage.use((database) => database.outbox.filter(({ state }) => state === "waiting" || state === "refused").count());
}
