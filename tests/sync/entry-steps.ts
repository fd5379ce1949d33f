import type { EntryDetail, EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Saved } from "@/lib/phone/entries/saved";
import type { Phone } from "@/lib/phone/phone";
import type { createContents } from "./contents";
import { withdrawal, type Ledger } from "./ledger";
import type { Random } from "./random";

/** The app in somebody's hand: it may die at any moment. */
export type App = {
  /** Of the phone, not of a person. */
  readonly name: string;
  /** The id of whoever holds it. */
  holder(): string;
  isOpen(): boolean;
  /** Entries that come again with the network: nothing is known of them until then. */
  absent(): Promise<(entryId: string) => boolean>;
  /** The result, or undefined when the app died before it answered. */
  orDeath<T>(work: Promise<T>): Promise<T | undefined>;
};

type Surroundings = {
  readonly unitId: string;
  readonly random: Random;
  readonly contents: ReturnType<typeof createContents>;
  readonly ledger: Ledger;
};

type Step = (opened: Phone, id: string, detail: EntryDetail) => Promise<void>;

/** What a person does with entries, each step written into the ledger as far as its outcome is known. */
export function createEntrySteps({ name, holder, isOpen, absent, orDeath }: App, { unitId, random, contents, ledger }: Surroundings) {
  const doubts: { authorId: string; entryId: string; settle(detail: EntryDetail | undefined): void }[] = [];

  /** After a start a person sees what became of what was under way. */
  const look = async (opened: Phone) => {
    const details: EntryDetail[] = [];
    for (const { id } of opened.entries.getSnapshot()) {
      const detail = await orDeath(opened.openEntry(id));
      if (!detail) return;
      ledger.seen(holder(), id, detail.content);
      details.push(detail);
    }
    const isAbsent = await absent();
    for (const doubt of doubts.filter(({ authorId }) => authorId === holder())) {
      const detail = await orDeath(opened.openEntry(doubt.entryId));
      if (!isOpen()) return;
      if (!detail && isAbsent(doubt.entryId)) continue;
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
    const author = holder();
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
    const authorId = holder();
    const saved = await orDeath(work);
    if (!saved) return void doubts.push({ authorId, entryId: id, settle: (detail) => void (isDone(detail) && done(detail)) });
    if (!saved.ok) return complain("change", saved);
    done(opened.entries.getSnapshot().some((entry) => entry.id === id) ? await orDeath(opened.openEntry(id)) : undefined);
  };

  const amend: Step = async (opened, id, before) => {
    const content = contents.change(before.content!);
    await change(
      opened,
      id,
      opened.amendEntry(id, content, "session"),
      () => ledger.amended(id, content, name, [before.content, before.serverContent]),
      (detail) => detail?.content?.happenedAt === content.happenedAt,
    );
  };

  const withdraw: Step = async (opened, id, before) => {
    await change(
      opened,
      id,
      opened.withdraw(id),
      (detail) => (detail ? ledger.withdrawn(id, name, [before.content, before.serverContent]) : ledger.removed(id)),
      (detail) => !detail || detail.summary.status === "withdrawn",
    );
  };

  /** What the server holds stands; the person sees what that is. */
  const keep: Step = async (opened, id) => {
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

  const decide = async (opened: Phone, { id }: EntrySummary, waysOf: (detail: EntryDetail) => Step[]) => {
    const detail = await orDeath(opened.openEntry(id));
    if (!detail || !isOpen()) return;
    ledger.seen(holder(), id, detail.content);
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

  return {
    look,
    record,
    amendOne: (opened: Phone, entry: EntrySummary) => decide(opened, entry, mayAmend),
    withdrawOne: (opened: Phone, entry: EntrySummary) => decide(opened, entry, mayWithdraw),
    /** Any way out of what waits for a decision. */
    repairOne,
  };
}
