"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";

/** The browser's own dialog: keeps the focus inside, closes with Escape, gives the focus back. */
export function Modal({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className="desk-title mb-3">{title}</h2>
      {children}
    </dialog>
  );
}
