"use client";
import { useEffect, useId, useRef, type ReactNode } from "react";

type Props = { readonly title: string; readonly open: boolean; readonly onClose: () => void; readonly children: ReactNode; readonly actions: ReactNode };

/** Asks once before something that can't be taken back. */
export function Dialog({ title, open, onClose, children, actions }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto mb-4 w-[min(26rem,calc(100vw-2rem))] rounded-card bg-surface p-4 text-ink shadow-float ring-1 ring-line sm:mb-auto"
    >
      <h2 id={id} className="text-head">
        {title}
      </h2>
      <div className="mt-2">{children}</div>
      <div className="mt-4 grid gap-2">{actions}</div>
    </dialog>
  );
}
