import type { ReactNode } from "react";

/** Head of an inner screen: the way back, its name, what belongs to all of it. */
export function TopBar({ back, title, children }: { readonly back?: ReactNode; readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="sticky top-0 z-10 flex min-h-14 items-center gap-1 bg-surface pr-4 pl-1 pt-[env(safe-area-inset-top)]">
      {back ?? <span className="w-3" />}
      <h1 className="min-w-0 flex-1 text-head">{title}</h1>
      {children}
    </header>
  );
}

/** The lowest part of a screen, where the thumb is. */
export function Dock({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 mt-auto flex flex-wrap gap-3 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sunlight:border-t-2">
      {children}
    </div>
  );
}
