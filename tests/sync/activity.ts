/** Knows whether anything real is under way, so that virtual time passes only when all is quiet. */
export type Activity = {
  track<T>(work: Promise<T>): Promise<T>;
  begin(): () => void;
  /** Resolves when nothing has been under way for a few turns of the event loop. */
  quiet(): Promise<void>;
};

const quietTurns = 6;

export function createActivity(): Activity {
  let running = 0;
  let changed = () => {};
  const begin = () => {
    running += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      running -= 1;
      changed();
    };
  };
  return {
    begin,
    track: async (work) => {
      const end = begin();
      try {
        return await work;
      } finally {
        end();
      }
    },
    quiet: async () => {
      for (let turns = 0; turns < quietTurns; turns += 1) {
        await nextTurn();
        if (running === 0) continue;
        turns = -1;
        await new Promise<void>((resolve) => (changed = resolve));
      }
    },
  };
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
