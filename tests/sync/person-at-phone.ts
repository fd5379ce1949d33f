import type { EntryDetail, EntrySummary, Phone, Saved } from "@/lib/phone/phone";
import type { Fetch } from "@/lib/protocol/client";
import { nextTurn, type Activity } from "./activity";
import type { createContents } from "./contents";
import { createFakeBrowser, type FakeBrowser, type Tab } from "./fake-browser";
import { withdrawal, type Ledger } from "./ledger";
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

export function createPersonAtPhone(name: string, people: readonly TestPerson[], around: Surroundings): PersonAtPhone {
  const { unitId, origin, fetch, time, activity, random, contents, ledger, receipts } = around;
  let holder = people[0]!;
  let tab: Tab | undefined;
  let phone: Phone | undefined;
  const doubts: { authorId: string; entryId: string; settle(detail: EntryDetail | undefined): void }[] = [];
  const browser = createFakeBrowser({
    name,
    time,
    activity,
    random: random.fork(),
    origin,
    startsAt: Date.now(),
    // The browser's cookie is of whoever signed in last, not of whoever's queue it is.
    fetch: (url, init) => fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), cookie: holder.cookie } }),
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
      if (isNew) await look(begin(same, person));
      if (same.sync.getSnapshot().connection === "signInNeeded") await orDeath(same.signedIn(person.id));
      return phone;
    }
    if (opening.state === "ready") {
      await orDeath(opening.phone.signOut());
      if (!tab) return undefined;
      phone = undefined;
    }
    holder = person;
    const again = await orDeath(current.door.open());
    if (again?.state !== "signInNeeded") return undefined;
    const signedIn = await orDeath(again.signedIn(person.id));
    if (!signedIn?.ok) return undefined;
    const entered = begin(signedIn.value, person);
    await look(entered);
    return phone;
  };

  /** After a start a person sees what became of what was under way. */
  const look = async (opened: Phone) => {
    const details: EntryDetail[] = [];
    for (const { id } of opened.entries.getSnapshot()) {
      const detail = await orDeath(opened.openEntry(id));
      if (!detail) return;
      ledger.seen(holder.id, id, detail.content);
      details.push(detail);
    }
    for (const doubt of doubts.filter(({ authorId }) => authorId === holder.id)) {
      const detail = await orDeath(opened.openEntry(doubt.entryId));
      if (!phone) return;
      doubts.splice(doubts.indexOf(doubt), 1);
      doubt.settle(detail);
    }
    details.forEach(examine);
  };

  /** What is shown of something unsent is what was entered here; and everything entered here is valid. */
  const examine = ({ content, summary: { id, sync, attention } }: EntryDetail) => {
    const isUnsent = sync === "saved" || sync === "sending";
    if (isUnsent && content && ledger.hides(id, name, content)) ledger.violations.push(`lost: entry ${id} hides what was entered on this phone`);
    if (attention?.kind === "refused" && attention.refusal.code !== "tooLarge") {
      ledger.violations.push(`refused: entry ${id} with ${JSON.stringify(attention.refusal)}`);
    }
  };

  const record = async (opened: Phone) => {
    const content = contents.make();
    const author = holder.id;
    const saved = await orDeath(opened.saveEntry(content, unitId, "session"));
    if (!saved) ledger.maybeSaved(author, content, name);
    else if (saved.ok) ledger.saved(author, saved.value.entryId, content, name);
    else complain("save", saved);
  };

  /** Does something with an entry. If the app dies over it, what became of it shows at the next start. */
  const change = async (
    opened: Phone,
    id: string,
    work: Promise<Saved>,
    done: (detail: EntryDetail | undefined) => void,
    isDone: (detail: EntryDetail | undefined) => boolean,
  ) => {
    const authorId = holder.id;
    const saved = await orDeath(work);
    if (!saved) return void doubts.push({ authorId, entryId: id, settle: (detail) => void (isDone(detail) && done(detail)) });
    if (!saved.ok) return complain("change", saved);
    done(opened.entries.getSnapshot().some((entry) => entry.id === id) ? await orDeath(opened.openEntry(id)) : undefined);
  };

  const amend = async (opened: Phone, id: string, before: EntryDetail) => {
    const content = contents.change(before.content!);
    await change(
      opened,
      id,
      opened.amendEntry(id, content, "session"),
      () => ledger.amended(id, content, name, [before.content, before.serverContent]),
      (detail) => detail?.content?.happenedAt === content.happenedAt,
    );
  };

  const withdraw = async (opened: Phone, id: string, before: EntryDetail) => {
    await change(
      opened,
      id,
      opened.withdraw(id),
      (detail) => (detail ? ledger.withdrawn(id, name, [before.content, before.serverContent]) : ledger.removed(id)),
      (detail) => !detail || detail.summary.status === "withdrawn",
    );
  };

  /** What the server holds stands; the person sees what that is. */
  const keep = async (opened: Phone, id: string) => {
    await change(
      opened,
      id,
      opened.keepServerVersion(id),
      (detail) => ledger.kept(id, name, detail?.summary.status === "withdrawn" ? `${withdrawal} ${name}` : detail?.content?.happenedAt),
      (detail) => detail?.summary.attention?.kind !== "conflict" && detail?.summary.attention?.kind !== "refused",
    );
  };

  /** A step that is no longer possible is an answer; anything else is a failure of the phone. */
  const complain = (what: string, saved: Saved) => {
    if (saved.ok || saved.error.problem === "refused") return;
    ledger.violations.push(`lost: ${what} failed with ${saved.error.problem}`);
  };

  const decide = async (opened: Phone, { id }: EntrySummary, waysOf: (detail: EntryDetail) => ((opened: Phone, id: string, detail: EntryDetail) => Promise<void>)[]) => {
    const detail = await orDeath(opened.openEntry(id));
    if (!detail || !phone) return;
    ledger.seen(holder.id, id, detail.content);
    examine(detail);
    const ways = waysOf(detail);
    if (ways.length > 0) await random.pick(ways)(opened, id, detail);
  };
  const mayAmend = ({ mayAmend, content }: EntryDetail) => (mayAmend && content ? [amend] : []);
  const mayWithdraw = ({ mayWithdraw }: EntryDetail) => (mayWithdraw ? [withdraw] : []);
  const repairOne = (opened: Phone, entry: EntrySummary) =>
    decide(opened, entry, (detail) => [
      ...mayAmend(detail),
      ...(random.chance(0.2) ? mayWithdraw(detail) : []),
      ...(detail.serverStatus && entry.attention?.kind !== "returned" ? [keep] : []),
    ]);

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
    if (dice < 0.4) return record(opened);
    if (dice < 0.6) {
      const entry = choose(opened);
      return entry && decide(opened, entry, mayAmend);
    }
    if (dice < 0.66) {
      const entry = choose(opened);
      return entry && decide(opened, entry, mayWithdraw);
    }
    if (dice < 0.76) {
      const entry = choose(opened, ({ attention }) => attention !== undefined);
      return entry && repairOne(opened, entry);
    }
    if (dice < 0.82) return browser.jumpClock((random.next() - 0.5) * random.pick([60_000, 86_400_000, 40 * 86_400_000, 3_000_000_000_000]));
    if (dice < 0.88) return opened.wake();
    if (dice < 0.92) return tab.wake();
    if (dice < 0.96) {
      tab.life.kill();
      tab = undefined;
      phone = undefined;
      return;
    }
    for (let turns = random.below(40); turns > 0; turns -= 1) await nextTurn();
  };

  return {
    browser,
    people,
    act,
    use,
    isSettled: async (opened) => {
      const undecided = opened.entries.getSnapshot().filter(({ attention }) => attention && attention.kind !== "returned");
      for (const entry of undecided) await repairOne(opened, entry);
      const { saved, sending, connection } = opened.sync.getSnapshot();
      return undecided.length + saved + sending === 0 && connection === "online";
    },
  };
}
