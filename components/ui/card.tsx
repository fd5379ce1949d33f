import type { ReactNode } from "react";

/** A surface that holds things that belong together. */
export function Card({ children, className = "" }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <div className={`rounded-card bg-surface shadow-raised ring-1 ring-line/60 sunlight:ring-2 sunlight:ring-ink ${className}`}>{children}</div>
  );
}
