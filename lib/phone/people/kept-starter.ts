import { Starter, StarterResponse } from "../../protocol/join";

/** `Storage` of the browser, as far as it is needed here. */
type Shelf = Pick<Storage, "getItem" | "setItem">;

const key = "starter";
const keptAtKey = "starterKeptAt";
const dayMs = 24 * 60 * 60 * 1000;

/**
 * What everybody needs to record, so that somebody may begin on this phone without a network. In the clear, and outside of
 * the database: nothing in it is about anybody, and it is there before anybody has a key.
 */
export function readStarter(shelf: Shelf = localStorage): Starter | undefined {
  try {
    return Starter.safeParse(JSON.parse(shelf.getItem(key) ?? "null")).data;
  } catch {
    return undefined; // storage is closed, or what is there is not ours
  }
}

/** Whether asking the server again can wait. */
export function isStarterFresh(now: number, shelf: Shelf = localStorage): boolean {
  const keptAt = Number(shelf.getItem(keptAtKey) ?? 0);
  return Math.abs(now - keptAt) < dayMs && shelf.getItem(key) !== null;
}

/** Fetches it anew; without an answer of ours what is there stays. @returns whether there is one now */
export async function refreshStarter(fetch: (url: string) => Promise<Response>, shelf: Shelf = localStorage): Promise<boolean> {
  try {
    const answer = StarterResponse.safeParse(await (await fetch("/api/join")).json());
    if (answer.success) {
      shelf.setItem(key, JSON.stringify(answer.data));
      shelf.setItem(keptAtKey, String(Date.now()));
    }
  } catch {
    // no network, or no room: what is there stays
  }
  return readStarter(shelf) !== undefined;
}
