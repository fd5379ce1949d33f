import { readMeta, writeMeta, type PinTries } from "../database/meta";
import type { PhoneDatabase } from "../database/phone-database";
import type { Storage } from "../database/storage";

/** From then on only a sign-in on the server helps. What is sealed stays. */
export const mostTries = 10;

const seconds = 1_000;
const minutes = 60 * seconds;
/** After the fourth wrong one, the fifth, … */
const waits = [30 * seconds, minutes, 5 * minutes, 15 * minutes, 60 * minutes];
const freeTries = 3;

export type TriesLeft = { readonly left: number; readonly waitUntil?: string };

/**
 * Counts a try as wrong before it is made, so that nobody gets another one by ending the app. `settleTries` takes it
 * back. Undefined when the person may not try now.
 */
export function beginTry(personId: string, now: number, storage: Storage): Promise<TriesLeft | undefined> {
  return storage.use((database) =>
    database.transaction("rw", database.meta, async () => {
      const before = await readTries(database, personId, now);
      if (before && (before.wrong >= mostTries || remainingMs(before, now) > 0)) return undefined;
      const wrong = (before?.wrong ?? 0) + 1;
      const tries = { wrong, at: now, waitMs: waitAfter(wrong) };
      await writeMeta(database, keyOf(personId), tries);
      return triesLeft(tries, now);
    }),
  );
}

/** The PIN was right, or its person has signed in. */
export async function settleTries(personId: string, database: PhoneDatabase): Promise<void> {
  await database.meta.delete(keyOf(personId));
}

export async function triesOf(personId: string, now: number, storage: Storage): Promise<TriesLeft> {
  const tries = await storage.use((database) =>
    database.transaction("rw", database.meta, () => readTries(database, personId, now)),
  );
  return tries ? triesLeft(tries, now) : { left: mostTries };
}

export function waitAfter(wrong: number): number {
  return wrong <= freeTries ? 0 : waits[Math.min(wrong - freeTries - 1, waits.length - 1)]!;
}

/** A clock that was turned back shortens nothing: the wait begins again. */
async function readTries(database: PhoneDatabase, personId: string, now: number): Promise<PinTries | undefined> {
  const tries = await readMeta(database, keyOf(personId));
  if (!tries || tries.at <= now) return tries;
  const restarted = { ...tries, at: now };
  await writeMeta(database, keyOf(personId), restarted);
  return restarted;
}

function triesLeft(tries: PinTries, now: number): TriesLeft {
  const left = Math.max(0, mostTries - tries.wrong);
  const remaining = remainingMs(tries, now);
  return remaining > 0 && left > 0 ? { left, waitUntil: new Date(now + remaining).toISOString() } : { left };
}

function remainingMs({ at, waitMs }: PinTries, now: number): number {
  return at + waitMs - now;
}

const keyOf = (personId: string) => `pinTries:${personId}` as const;
