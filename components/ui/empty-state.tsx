import type { ReactNode } from "react";

type Props = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** One sentence and one action where a part of a screen has nothing to show. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="mx-4 my-8 grid justify-items-center gap-3 text-center">
      <h2 className="text-head">{title}</h2>
      {children && <div className="text-ink-2">{children}</div>}
      {action}
    </div>
  );
}

/** The same for a screen that has nothing to show at all. */
export function EmptyScreen({ title, children, action }: Props) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-center gap-3 px-4 py-8 text-center">
      <h1 className="text-head">{title}</h1>
      {children && <div className="text-ink-2">{children}</div>}
      {action}
    </main>
  );
}
