import { openMark } from "../../protocol/open-mark";

/** As long as the service worker keeps a key that no page repeats. */
const lastsSeconds = 5 * 60;

/** Whoever works here, or has just signed in, may go to the desk; goes by itself when no page repeats it. */
export function markOpen(personId: string): void {
  write(personId, lastsSeconds);
}

export function markLocked(): void {
  write("", 0);
}

export function isMarkedOpen(personId: string): boolean {
  return document.cookie.split("; ").includes(`${openMark}=${personId}`);
}

function write(value: string, maxAge: number): void {
  document.cookie = `${openMark}=${value}; path=/; max-age=${maxAge}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}
