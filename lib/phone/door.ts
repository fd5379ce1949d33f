import { err, ok, type Result } from "../domain/result";
import { createPhone, type OpenPhone } from "./create-phone";
import { readMeta, writeMeta } from "./database/meta";
import { openStorage, type Storage } from "./database/storage";
import { openDevice, type Device } from "./device/device";
import type { PhoneEnvironment } from "./device/environment";
import { readPerson } from "./people/person";
import { storageProblemOf } from "./database/storage-problem";
import { createStore } from "./device/store";
import type { LockedPerson, PersonOnPhone, Phone, PhoneOpening, SignedIn, SignInProblem } from "./phone";
import { loadNetwork } from "./sync/load-network";
import { storageKeepsKeys } from "./vault/self-test";
import { vaultOf } from "./vault/keys";
import type { Vault } from "./vault/vault";

/** Who may come in: opens the storage once, then follows sign-in and sign-out of this and other tabs. */
export type Door = {
  open(): Promise<PhoneOpening>;
  subscribe(listener: (opening: PhoneOpening) => void): () => void;
  close(): void;
};

type News =
  | { readonly kind: "entries"; readonly ownerId: string; readonly ids: readonly string[] }
  | { readonly kind: "person" }
  | { readonly kind: "resume"; readonly ownerId: string };

export function openDoor(environment: PhoneEnvironment): Door {
  const listeners = new Set<(opening: PhoneOpening) => void>();
  let opening: Promise<PhoneOpening> | undefined;
  let storage: Storage | undefined;
  let device: Device | undefined;
  let inside: { readonly personId: string; readonly open: OpenPhone } | undefined;
  const channel = environment.openChannel((message) => void hear(message as News).catch(environment.reportFault));
  const tell = (news: News) => channel.send(news);

  const leave = () => {
    inside?.open.stop();
    inside = undefined;
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
    storage = opened.storage;
    if (opened.state === "newer") {
      void sendWhatWaits(storage, environment).catch(environment.reportFault);
      return { state: "newerData" };
    }
    if (!(await storageKeepsKeys(storage, environment))) return { state: "unavailable", reason: "selfTest" };
    const [opening, known] = await Promise.all([openDevice(storage, environment), whoIsSignedIn(storage, environment)]);
    device = opening;
    return enter(storage, device, known);
  };

  const enter = async (storage: Storage, device: Device, known: Known | undefined): Promise<PhoneOpening> => {
    if (!known) return { state: "signInNeeded", waiting: await countUnsent(storage), signedIn };
    return { state: "ready", phone: (await start(storage, device, known.vault, known.person)).phone };
  };

  const start = async (storage: Storage, device: Device, vault: Vault, person: PersonOnPhone): Promise<OpenPhone> => {
    leave();
    const announce = (ids: readonly string[]) => tell({ kind: "entries", ownerId: person.id, ids });
    const open = await createPhone({ environment, storage, vault, device, person, announce, keys });
    inside = { personId: person.id, open };
    return open;
  };

  const nobodyElse: Pick<Phone, "people" | "lock" | "changePin" | "switchTo"> = {
    people: createStore<readonly LockedPerson[]>([]),
    lock: async () => undefined,
    changePin: async () => err({ problem: "storage" }),
    switchTo: async () => err({ problem: "storage" }),
  };

  const signedIn = async (personId: string): Promise<SignedIn> => {
    if (!storage || !device) return err({ problem: "storage" });
    if (inside?.personId === personId) {
      inside.open.resume();
      tell({ kind: "resume", ownerId: personId });
      return ok({ state: "ready", phone: inside.open.phone });
    }
    try {
      const vault = await vaultOf(personId, storage, environment.crypto);
      const known = await readPerson(storage, vault);
      const person = known ? ok(known) : await getToKnow(vault, storage, device);
      if (!person.ok) return person;
      await storage.use((database) => writeMeta(database, "signedIn", personId));
      const { phone } = await start(storage, device, vault, person.value);
      const opening = become({ state: "ready", phone });
      tell({ kind: "person" });
      void device.persist().catch(environment.reportFault);
      return ok(opening);
    } catch (cause) {
      environment.reportFault(cause);
      return err(storageProblemOf(cause));
    }
  };

  const getToKnow = async (vault: Vault, storage: Storage, device: Device): Promise<Result<PersonOnPhone, SignInProblem>> => {
    const network = await loadNetwork();
    return network ? network.firstSignIn(vault, storage, device, environment) : err({ problem: "network", cause: "unreachable" });
  };

  const signOut = async () => {
    if (!storage) return;
    await storage.use((database) => writeMeta(database, "signedIn", null));
    leave();
    become({ state: "signInNeeded", waiting: await countUnsent(storage), signedIn });
    tell({ kind: "person" });
  };

  const keys = { ...nobodyElse, signedIn, signOut };

  const hear = async (news: News) => {
    if (!storage || !device) return;
    if (news.kind === "entries" && news.ownerId === inside?.personId) return inside.open.refresh(news.ids);
    if (news.kind === "resume" && news.ownerId === inside?.personId) return inside.open.resume();
    if (news.kind !== "person") return;
    const personId = await storage.use((database) => readMeta(database, "signedIn"));
    if ((personId ?? undefined) === inside?.personId) return;
    leave();
    become(await enter(storage, device, await whoIsSignedIn(storage, environment)));
  };

  const open = (): Promise<PhoneOpening> => {
    opening ??= begin()
      .catch((cause: unknown): PhoneOpening => {
        environment.reportFault(cause);
        return { state: "unavailable", reason: "error" };
      })
      .then((result) => {
        if (result.state === "unavailable") {
          storage?.close();
          opening = undefined;
        }
        return result;
      });
    return opening;
  };

  return {
    open,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      leave();
      channel.close();
      storage?.close();
    },
  };
}

type Known = { readonly vault: Vault; readonly person: PersonOnPhone };

/** Whoever the database says is signed in. */
async function whoIsSignedIn(storage: Storage, { crypto }: PhoneEnvironment): Promise<Known | undefined> {
  const personId = await storage.use((database) => readMeta(database, "signedIn"));
  const vault = personId ? await vaultOf(personId, storage, crypto) : undefined;
  const person = vault && (await readPerson(storage, vault));
  return vault && person && { vault, person };
}

async function sendWhatWaits(storage: Storage, environment: PhoneEnvironment): Promise<void> {
  const network = await loadNetwork();
  await network?.sendWithoutWriting(storage, environment);
}

/** Of all people: only how many, so that nobody wipes a phone that still holds work. */
function countUnsent(storage: Storage): Promise<number> {
  return storage.use((database) => database.outbox.filter(({ state }) => state === "waiting" || state === "refused").count());
}
