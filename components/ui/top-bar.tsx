import type { ReactNode } from "react";

/** Head of an inner screen: the way back, its name, what belongs to all of it. */
export function TopBar({ back, title, children }: { readonly back?: ReactNode; readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="top-0 z-10 flex min-h-14 flex-wrap items-center gap-1 bg-surface pt-[env(safe-area-inset-top)] pr-4 pl-1 [@media(min-height:20rem)]:sticky">
      {back ?? <span className="w-3" />}
      <h1 className="min-w-0 flex-1 basis-24 text-head">{title}</h1>
      {children}
    </header>
  );
}

/** The lowest part of a screen, where the thumb is; above a keyboard that covers it (`--keyboard`). */
export function Dock({ children }: { readonly children: ReactNode }) {
  return (
    <footer className="bottom-[var(--keyboard,0px)] z-10 mt-auto flex flex-wrap gap-3 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sunlight:border-t-2 [@media(min-height:20rem)]:sticky">
      {children}
    </footer>
  );
}
