import type { ReactNode } from "react";

/** One sentence and one action where there is nothing to show. */
export function EmptyState({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="mx-4 my-8 grid justify-items-center gap-3 text-center">
      <p className="text-head">{title}</p>
      {children && <div className="text-ink-2">{children}</div>}
      {action}
    </div>
  );
}
