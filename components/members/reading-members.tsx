"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { ImportState } from "@/lib/protocol/imports";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { formatCount } from "@/lib/text/moment";

/** How far a file is, asked once a second. `refreshes`: the page is made anew once nothing is done any more. */
export function ReadingMembers({ id, title = texts.reading, refreshes = false, onStop }: { readonly id: string; readonly title?: string; readonly refreshes?: boolean; readonly onStop?: () => Promise<void> }) {
  const router = useRouter();
  const [rows, setRows] = useState(0);
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch(`/api/imports?id=${id}`, { cache: "no-store" }).catch(() => undefined);
      const state = ImportState.safeParse(await answer?.json().catch(() => undefined)).data;
      if (!state) return;
      setRows(state.rowCount);
      if (refreshes && state.status !== "reading" && state.status !== "accepting") router.refresh();
    };
    void ask();
    const timer = setInterval(() => void ask(), 1_000);
    return () => clearInterval(timer);
  }, [id, refreshes, router]);
  return (
    <section className="desk-panel member-run" aria-live="polite">
      <h2 className="desk-head">{title}</h2>
      <progress aria-label={title} />
      <p className="desk-body tabular-nums">{texts.readingRows(formatCount(rows))}</p>
      {onStop && (
        <>
          <p className="desk-dense text-ink-2">{texts.readingHint}</p>
          <DenseButton disabled={stopping} onClick={() => { setStopping(true); void onStop(); }}>{texts.stop}</DenseButton>
        </>
      )}
    </section>
  );
}
