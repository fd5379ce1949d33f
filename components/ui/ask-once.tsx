"use client";
import type { LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type Props = {
  readonly action: string;
  readonly look?: "quiet" | "danger";
  readonly icon?: LucideIcon;
  readonly className?: string;
  readonly title: string;
  /** What will be lost. */
  readonly children: ReactNode;
  readonly keep: string;
  /** The button that does it; named like the action when left out. */
  readonly confirm?: string;
  /** What comes to false did not happen: the dialog stays and says why. */
  onConfirm(): void | Promise<boolean | void>;
};

/** A button for what can't be taken back: asks once, in a dialog. */
export function AskOnce({ action, look = "danger", title, children, keep, confirm = action, onConfirm, ...button }: Props) {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const go = async () => {
    if ((await onConfirm()) !== false) close();
  };
  return (
    <>
      <Button look={look} onClick={() => setAsking(true)} {...button}>
        {action}
      </Button>
      <Dialog
        title={title}
        open={asking}
        onClose={close}
        actions={
          <>
            <Button look="second" onClick={close}>
              {keep}
            </Button>
            <Button look="danger" onClick={() => void go()}>
              {confirm}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
    </>
  );
}
