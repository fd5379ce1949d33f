import type { Result } from "@/lib/domain/result";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { PhoneOpening } from "@/lib/phone/opening";
import type { Phone } from "@/lib/phone/phone";
import type { Fetch } from "@/lib/protocol/client";
import { nextTurn, type Activity } from "./activity";
import type { createContents } from "./contents";
import { createEntrySteps } from "./entry-steps";
import { createFakeBrowser, type FakeBrowser, type Tab } from "./fake-browser";
import type { Ledger } from "./ledger";
import type { Random } from "./random";
import type { ReceiptWatch } from "./receipt-watch";
import type { VirtualTime } from "./virtual-time";
import type { TestPerson } from "./world";

export type Surroundings = {
  readonly unitId: string;
  readonly origin: string;
  readonly fetch: Fetch;
  readonly time: VirtualTime;
  readonly activity: Activity;
  readonly random: Random;
  readonly contents: ReturnType<typeof createContents>;
  readonly ledger: Ledger;
  readonly receipts: ReceiptWatch;
};

/** One phone with the people who use it, doing by chance what people do. */
export type PersonAtPhone = {
  readonly browser: FakeBrowser;
  readonly people: readonly TestPerson[];
  act(): Promise<void>;
  /** Opens the app and signs the person in, as far as the network lets. */
  use(person: TestPerson): Promise<Phone | undefined>;
  /**
   * Whether everything has arrived and was answered by a healthy server. Decides what waits for a decision,
   * other than what a leader sent back.
   */
  isSettled(phone: Phone): Promise<boolean>;
};

const pin = "258036";

export function createPersonAtPhone(name: string, people: readonly TestPerson[], around: Surroundings): PersonAtPhone {
  const { origin, fetch, time, activity, random, ledger, receipts } = around;
  let holder = people[0]!;
  let tab: Tab | undefined;
  let phone: Phone | undefined;
  let deviceCookie: readonly string[] = [];
  const browser = createFakeBrowser({
    name,
    time,
    activity,
    random: random.fork(),
    origin,
    startsAt: Date.now(),
    fetch: async (url, init) => {
      // The session's cookie is of whoever signed in last, not of whoever's queue it is.
      const cookie = [holder.cookie, ...deviceCookie].join("; ");
      const response = await fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
      const given = response.headers.getSetCookie().map((header) => header.split(";")[0]!);
      if (given.length > 0) deviceCookie = given;
      return response;
    },
  });

  /** The result, or undefined when the app died before it answered. */
  const orDeath = async <T>(work: Promise<T>): Promise<T | undefined> => {
    if (!tab) return undefined;
    const { life } = tab;
    const result = await Promise.race([work.then((value) => ({ value })), life.death.then(() => undefined)]);
    if (result && !life.isOver()) return result.value;
    tab = undefined;
    phone = undefined;
    return undefined;
  };

  const absent = async () => {
    const waiting = await browser.waitingForServer(holder.id);
    const isTooLong = phone?.tooLongOffline.getSnapshot() === true;
    return (entryId: string) => isTooLong || waiting.has(entryId);
  };

  const steps = createEntrySteps({ name, holder: () => holder.id, isOpen: () => phone !== undefined, absent, orDeath }, around);

  const begin = (opened: Phone, person: TestPerson): Phone => {
    phone = opened;
    const look = () => {
      receipts.shown(opened.entries.getSnapshot());
      const others = opened.person.getSnapshot().id !== person.id;
      if (others) ledger.violations.push("shown: the phone of another person");
    };
    opened.entries.subscribe(look);
    look();
    return opened;
  };

  const use = async (person: TestPerson): Promise<Phone | undefined> => {
    const isNew = !tab;
    const current = (tab ??= browser.openTab());
    const opening = await orDeath(current.door.open());
    if (!opening) return undefined;
    if (opening.state === "unavailable" || opening.state === "newerData") throw new Error(`The phone is ${opening.state}`);
    if (opening.state === "ready" && holder.id === person.id) {
      const same = opening.phone;
      if (isNew) await steps.look(begin(same, person));
      if (same.sync.getSnapshot().connection === "signInNeeded") await orDeath(same.signedIn(person.id));
      return phone;
    }
    if (opening.state === "ready") {
      // At the end of a shift, or only handed over.
      await orDeath(random.chance(0.5) ? opening.phone.signOut() : opening.phone.lock("handOver"));
      if (!tab) return undefined;
      phone = undefined;
    }
    holder = person;
    const again = await orDeath(current.door.open());
    const opened = again && (await enter(person, again));
    if (!opened) return undefined;
    const entered = begin(opened, person);
    await steps.look(entered);
    return phone;
  };

  /** By the PIN, else by a sign-in, as far as the network lets. */
  const enter = async (person: TestPerson, opening: PhoneOpening): Promise<Phone | undefined> => {
    if (opening.state === "ready") return opening.phone;
    if (opening.state === "newerData" || opening.state === "wiped" || opening.state === "unavailable") return undefined;
    const isHere = opening.state === "locked" && opening.people.some(({ id, mustSignIn }) => id === person.id && !mustSignIn);
    if (isHere || (opening.state === "pinNeeded" && opening.person.id === person.id)) {
      const opened = await orDeath<Result<Phone, unknown>>(opening.state === "locked" ? opening.unlock(person.id, pin) : opening.choosePin(pin));
      return opened?.ok ? opened.value : undefined;
    }
    const signedIn = await orDeath(opening.signedIn(person.id));
    return signedIn?.ok ? enter(person, signedIn.value) : undefined;
  };

  /** Signs in instead, as far as the network lets, and chooses another PIN (the same one here: nobody has to remember it). */
  const forgetPin = async (person: TestPerson, opened: Phone) => {
    await orDeath(opened.lock());
    phone = undefined;
    const opening = tab && (await orDeath(tab.door.open()));
    if (opening?.state !== "locked") return;
    const signedIn = await orDeath(opening.signedIn(person.id, "forgottenPin"));
    const entered = signedIn?.ok ? await enter(person, signedIn.value) : undefined;
    if (entered) await steps.look(begin(entered, person));
  };

  const choose = (opened: Phone, wanted: (entry: EntrySummary) => boolean = () => true): EntrySummary | undefined => {
    const found = opened.entries.getSnapshot().filter(wanted);
    return found.length > 0 ? random.pick(found) : undefined;
  };

  const act = async () => {
    const person = people.length > 1 && random.chance(0.1) ? random.pick(people) : holder;
    const opened = phone && person.id === holder.id ? phone : await use(person);
    if (!opened || !tab) return;
    if (opened.sync.getSnapshot().connection === "signInNeeded" && random.chance(0.5)) await orDeath(opened.signedIn(person.id));
    if (!tab) return;
    if (random.chance(0.2)) tab.life.killIn(1 + random.below(random.pick([10, 60, 400])));
    const dice = random.next();
    if (dice < 0.4) return steps.record(opened);
    if (dice < 0.6) {
      const entry = choose(opened);
      return entry && steps.amendOne(opened, entry);
    }
    if (dice < 0.66) {
      const entry = choose(opened);
      return entry && steps.withdrawOne(opened, entry);
    }
    if (dice < 0.76) {
      const entry = choose(opened, ({ attention }) => attention !== undefined);
      return entry && steps.repairOne(opened, entry);
    }
    if (dice < 0.82) return browser.jumpClock((random.next() - 0.5) * random.pick([60_000, 86_400_000, 40 * 86_400_000, 3_000_000_000_000]));
    if (dice < 0.88) return opened.wake();
    if (dice < 0.92) return tab.wake();
    if (dice < 0.96) {
      tab.life.kill();
      if (random.chance(0.5)) browser.endWorker();
      tab = undefined;
      phone = undefined;
      return;
    }
    if (dice < 0.98) return forgetPin(holder, opened);
    for (let turns = random.below(40); turns > 0; turns -= 1) await nextTurn();
  };

  return {
    browser,
    people,
    act,
    use,
    isSettled: async (opened) => {
      const undecided = opened.entries.getSnapshot().filter(({ attention }) => attention && attention.kind !== "returned");
      for (const entry of undecided) await steps.repairOne(opened, entry);
      const { saved, sending, connection } = opened.sync.getSnapshot();
      const { size: waiting } = await browser.waitingForServer(holder.id);
      return undecided.length + saved + sending + waiting === 0 && connection === "online";
    },
  };
}
