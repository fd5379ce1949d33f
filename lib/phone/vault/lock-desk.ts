import { browserEnvironment } from "../device/browser-environment";
import { isMarkedOpen, markOpen } from "../device/open-mark";
import { openNews } from "../door/news";
import { untouchedMs } from "./auto-lock";

const everyMs = 15_000;

/**
 * The desk in a browser that has a phone in it locks with that, and keeps it open while the desk is in use.
 * @param locked what is on the screen has to go
 * @returns how to end it
 */
export function lockDeskWithPhone(personId: string, locked: () => void, environment = browserEnvironment("desk")): () => void {
  const { now, timers, watchUse } = environment;
  const news = openNews(environment, async ({ kind }) => {
    if (kind === "locked" || kind === "wiped") locked();
  });
  let usedAt = now();
  let toldAt: number | undefined;
  let timer: unknown;
  const look = () => {
    timers.cancel(timer);
    timer = timers.start(look, everyMs);
    if (!isMarkedOpen(personId)) return locked();
    if (Math.abs(now() - usedAt) >= untouchedMs) return;
    markOpen(personId);
    if (toldAt !== usedAt) news.tell({ kind: "used" });
    toldAt = usedAt;
  };
  const stopWatching = watchUse((use) => {
    if (use === "shown") look();
    if (use !== "hidden") usedAt = now();
  });
  return () => {
    timers.cancel(timer);
    stopWatching();
    news.close();
  };
}
