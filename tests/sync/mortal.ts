import type { Activity } from "./activity";

/**
 * One life of an app, which a kill ends at any of its steps: nothing that it waits for ever comes back, and
 * what it had not committed is undone.
 */
export type Life = {
  readonly isOver: () => boolean;
  /** Every request of the app to the outside passes here. May end the life. */
  step(): void;
  /** Resolves with the work, or never, if life ends first. */
  survive<T>(work: () => Promise<T>): Promise<T>;
  onDeath(undo: () => void): () => void;
  /** Settles at the end. */
  readonly death: Promise<void>;
  kill(): void;
  /** Ends this life `steps` steps from now. */
  killIn(steps: number): void;
};

export class Dead extends Error {
  override readonly name = "Dead";
}

export function createLife(activity: Activity): Life {
  const undos = new Set<() => void>();
  let isOver = false;
  let stepsLeft = Infinity;
  let died = () => {};
  const death = new Promise<void>((resolve) => (died = resolve));
  const kill = () => {
    if (isOver) return;
    isOver = true;
    for (const undo of [...undos]) undo();
    undos.clear();
    died();
  };
  return {
    isOver: () => isOver,
    step: () => {
      if (isOver) throw new Dead();
      stepsLeft -= 1;
      if (stepsLeft > 0) return;
      kill();
      throw new Dead();
    },
    survive(work) {
      return new Promise((resolve, reject) => {
        try {
          this.step();
        } catch {
          return; // never answered
        }
        activity.track(work()).then(
          (value) => void (isOver || resolve(value)),
          (cause: unknown) => void (isOver || reject(cause)),
        );
      });
    },
    onDeath: (undo) => {
      if (isOver) undo();
      else undos.add(undo);
      return () => void undos.delete(undo);
    },
    death,
    kill,
    killIn: (steps) => void (stepsLeft = steps),
  };
}
