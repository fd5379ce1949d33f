import { createPhone, type OpenPhone, type PhoneParts } from "../create-phone";
import type { KeyKeeper, PhoneEnvironment } from "../device/environment";
import type { PersonOnPhone } from "../people/person";
import type { Phone } from "../phone";
import { startAutoLock, type AutoLock } from "../vault/auto-lock";
import type { Vault } from "../vault/vault";
import type { News } from "./news";
import type { Place } from "./place";

/** Who works here right now. */
export type Work = {
  current(): Working | undefined;
  /** How many locks there were, of any tab: whoever was on the way in with a key of before stays outside. */
  locks(): number;
  /** What the keeper of keys has, and after how many locks. */
  findKey(): Promise<FoundKey>;
  /** Undefined when a lock was faster than whoever came in after `before` of them. */
  start(vault: Vault, key: CryptoKey, person: PersonOnPhone, before: number): Promise<Phone | undefined>;
  /** What is half typed is still being kept when this answers. */
  leave(): void;
  /** Leaves, and nothing in this browser has the key any more. Answers whose it was. */
  lock(): string | undefined;
};

export type Working = { readonly personId: string; readonly open: OpenPhone; readonly autoLock: AutoLock };

export type FoundKey = { readonly before: number; readonly held: Awaited<ReturnType<KeyKeeper["ask"]>> };

type Parts = Pick<PhoneParts, "keys" | "wipe"> & {
  here(): Place;
  tell(news: News): void;
};

export function createWork(environment: PhoneEnvironment, { here, tell, keys, wipe }: Parts): Work {
  const { keyKeeper } = environment;
  let working: Working | undefined;
  let locks = 0;

  const leave = () => {
    if (!working) return;
    const { open, autoLock } = working;
    working = undefined;
    autoLock.stop();
    void open.stop().catch(environment.reportFault);
  };

  return {
    current: () => working,
    locks: () => locks,
    findKey: async () => ({ before: locks, held: await keyKeeper.ask() }),
    start: async (vault, key, person, before) => {
      leave();
      const announce = (ids: readonly string[]) => tell({ kind: "entries", ownerId: person.id, ids });
      const open = await createPhone({ environment, ...here(), vault, person, announce, keys, wipe });
      if (locks !== before) {
        void open.stop().catch(environment.reportFault);
        return undefined;
      }
      keyKeeper.hold(person.id, key);
      const autoLock = startAutoLock(environment, () => void keys.lock(), () => tell({ kind: "used" }));
      working = { personId: person.id, open, autoLock };
      return open.phone;
    },
    leave,
    lock: () => {
      locks += 1;
      if (!working) return undefined;
      const { personId } = working;
      keyKeeper.forget();
      leave();
      return personId;
    },
  };
}
