"use client";
import { fault } from "@/lib/text/fault";

/**
 * A fault of ours, shown with as little code as possible: every page loads it. Loading anew also brings the
 * code of one version together again.
 */
export default function Fault() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-center gap-3 px-4 text-center">
      <h1 className="text-head">{fault.title}</h1>
      <p className="text-ink-2">{fault.body}</p>
      <button type="button" onClick={() => window.location.reload()} className="min-h-14 rounded-field bg-brand px-5 font-semibold text-on-brand">
        {fault.retry}
      </button>
    </main>
  );
}
