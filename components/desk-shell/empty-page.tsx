import type { ReactNode } from "react";

/** A page that has nothing to show: one sentence, one way on. */
export function EmptyPage({ title, sentence, children }: { readonly title: string; readonly sentence: string; readonly children: ReactNode }) {
  return (
    <section className="m-auto flex max-w-md flex-col items-start gap-3 p-6">
      <h1 className="desk-title">{title}</h1>
      <p className="desk-body text-ink-2">{sentence}</p>
      {children}
    </section>
  );
}
