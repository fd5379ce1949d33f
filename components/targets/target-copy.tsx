"use client";

import Link from "next/link";
import { useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { PlannedTarget } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { formatCount } from "@/lib/text/moment";
import { PlannedTable } from "./planned-table";
import { targetHref } from "./targets-href";
import { useAccept } from "./use-accept";

type Props = { readonly unitId: string; readonly year: number; readonly changes: readonly PlannedTarget[] };

/** Last year's targets as a start: looked at first, and only where nothing is set yet. */
export function TargetCopy({ unitId, year, changes }: Props) {
  const { busy, problem, accept } = useAccept();
  const [done, setDone] = useState<number>();
  const copy = async () => setDone(await accept({ action: "copy", year, unitId }));
  return (
    <>
      <section className="desk-panel target-panel">
        <p className="desk-body">{targetTexts.copyAbout(year)}</p>
        {done !== undefined && <p role="status" className="desk-body">{targetTexts.copyDone(formatCount(done))}</p>}
        {done === undefined && changes.length === 0 && <p className="desk-body text-ink-2">{targetTexts.copyNothing}</p>}
        {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
        <div className="target-actions">
          {done === undefined && changes.length > 0 && <DenseButton look="main" disabled={busy} onClick={() => void copy()}>{busy ? targetTexts.saving : targetTexts.copyAccept(formatCount(changes.length))}</DenseButton>}
          <Link className={denseButtonClass(done === undefined ? "second" : "main")} href={targetHref({ unitId, year })}>{targetTexts.back}</Link>
        </div>
      </section>
      {done === undefined && changes.length > 0 && <PlannedTable title={targetTexts.copyTitle(year - 1, year)} changes={changes} />}
    </>
  );
}
