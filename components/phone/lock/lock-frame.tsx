import type { ReactNode } from "react";
import { appShell } from "@/lib/text/app-shell";

/** A screen on which nothing of anybody's work is to be seen. What is pressed is in the lower half, where the thumb is. */
export function LockFrame({ title, children, below }: { readonly title: string; readonly children: ReactNode; readonly below?: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col gap-4 px-4 pt-[max(1.5rem,env(safe-area-inset-top))] pb-[max(1rem,env(safe-area-inset-bottom))]">
      <p className="flex items-center gap-2.5 font-semibold text-brand">
        <img src="/icons/icon.svg" alt="" width={32} height={32} />
        {appShell.product}
      </p>
      <h1 className="text-title">{title}</h1>
      {children}
      {below && <div className="mt-auto flex flex-wrap justify-center gap-x-4 gap-y-1 pt-2">{below}</div>}
    </main>
  );
}
