/** What one check came to; whoever drives the browser takes them from `window.outcomes`. */
export type Outcome = { readonly name: string; readonly problem?: string };

export type SealedForServer = { readonly commandId: string; readonly ownerId: string; readonly sealed: readonly number[] };

declare global {
  interface Window {
    outcomes: Outcome[];
    /** True once no more outcomes follow. */
    finished: boolean;
    /** What the phone sealed to the server: opened by the server's own code. */
    sealedForServer?: SealedForServer;
  }
}

const checks: { readonly name: string; readonly work: () => unknown }[] = [];
const longestMs = 60_000;

window.outcomes ??= [];

export function check(name: string, work: () => unknown): void {
  checks.push({ name, work });
}

export function leaveOut(name: string): void {
  const index = checks.findIndex((each) => each.name === name);
  if (index === -1) throw new Error(`There is no check to leave out: ${name}`);
  checks.splice(index, 1);
}

/** One after the other, in the order declared. */
export async function runChecks(): Promise<void> {
  for (const { name, work } of checks) {
    const problem = await Promise.race([problemOf(work), tooLong()]);
    window.outcomes.push({ name, ...(problem === undefined ? {} : { problem }) });
  }
  window.finished = true;
}

async function problemOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  }
}

function tooLong(): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve(`It was not over after ${longestMs / 1_000} s.`), longestMs));
}
