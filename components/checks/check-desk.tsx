"use client";

import { Keyboard } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { reasonsOf, type CheckedKind, type EvidenceReason } from "@/lib/domain/evidence/checked-kind";
import type { CheckRow } from "@/lib/protocol/evidence";
import { checkTexts } from "@/lib/text/desk-checks";
import { policeTexts } from "@/lib/text/desk-police";
import { CheckBar } from "./check-bar";
import { CheckKeysDialog } from "./check-keys-dialog";
import { CheckTable } from "./check-table";
import type { Word } from "./row-state";
import { useCheckKeys, type CheckKey } from "./use-check-keys";
import { useChecks } from "./use-checks";

/** A page of rows to say yes or no to, by mouse or at the speed of reading by keys. */
export function CheckDesk({
  kind, rows, view, part, empty, path, firstHref, nextHref,
}: {
  readonly kind: CheckedKind;
  readonly rows: readonly CheckRow[];
  readonly view: "open" | "done";
  readonly part: "decide" | "propose";
  /** Said where there is nothing. */
  readonly empty: string;
  readonly path: string;
  readonly firstHref?: string | undefined;
  readonly nextHref?: string | undefined;
}) {
  const isProposing = part === "propose";
  const [current, setCurrent] = useState(0);
  const [seen, setSeen] = useState(rows);
  const [isRefusing, setRefusing] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [help, setHelp] = useState(false);
  const { states, isOpen, notice, undo, decide, takeBack, again } = useChecks(rows, { isProposing, goOn: view === "open" });
  if (seen !== rows) {
    setSeen(rows);
    setCurrent(0);
    setRefusing(false);
  }
  const row = rows[current];

  const say = (word: Word) => {
    setRefusing(false);
    if (!row || states.get(row.outcomeId)?.step === "sending") return;
    decide([{ row, word }]);
    const rest = [...rows.keys()].filter((index) => index !== current && isOpen(rows[index]!));
    const next = rest.find((index) => index > current) ?? rest[0];
    if (next !== undefined && view === "open") setCurrent(next);
    else if (view === "done" && current + 1 < rows.length) setCurrent(current + 1);
  };
  const accept = () => row?.proposal && !isProposing && say(wordOf(row.proposal));
  const open = rows.filter(isOpen);
  const proposals = isProposing ? [] : open.filter(({ proposal }) => proposal);
  const unproposed = isProposing ? open.filter(({ proposal }) => !proposal) : open.filter(({ proposal }) => proposal?.verdict !== "refused");
  const pageActions = view === "done" ? [] : [
    { label: policeTexts.acceptPage(proposals.length), count: proposals.length, run: () => decide(proposals.map((one) => ({ row: one, word: wordOf(one.proposal!) }))) },
    {
      label: isProposing ? policeTexts.proposePage(unproposed.length) : policeTexts.confirmPage(unproposed.length), count: unproposed.length,
      run: () => decide(unproposed.map((one) => ({ row: one, word: { verdict: "confirmed" } }))),
    },
  ];
  const back = () => {
    const first = takeBack();
    const index = rows.findIndex(({ outcomeId }) => outcomeId === first?.outcomeId);
    if (index >= 0) setCurrent(index);
  };
  const reasonAt = (index: number) => say({ verdict: "refused", reason: reasonsOf[kind][index] as EvidenceReason });
  const keys: Record<CheckKey, () => void> = {
    confirm: () => say({ verdict: "confirmed" }),
    refuse: () => setRefusing(row !== undefined),
    accept: () => void accept(),
    next: () => setCurrent(Math.min(current + 1, rows.length - 1)),
    previous: () => setCurrent(Math.max(current - 1, 0)),
    undo: back,
    help: () => setHelp(true),
    open: () => row?.url && window.open(row.url, "_blank", "noopener,noreferrer"),
    back: () => setRefusing(false),
    1: () => reasonAt(0), 2: () => reasonAt(1), 3: () => reasonAt(2), 4: () => reasonAt(3),
  };
  useCheckKeys(isRefusing, (key) => keys[key]());

  return (
    <section className="checks">
      {rows.length === 0 ? <p className="checks-none">{empty}</p> : (
        <CheckTable
          kind={kind} rows={rows} states={states} current={current} isProposing={isProposing} focused={isFocused} onFocus={setFocused}
          onCurrent={(index) => { setCurrent(index); setRefusing(false); }}
        />
      )}
      <nav aria-label={checkTexts.pages} className="checks-pages">
        {firstHref && <Link className={denseButtonClass("bare")} href={firstHref}>{checkTexts.first}</Link>}
        {nextHref && <Link className={denseButtonClass()} href={nextHref}>{checkTexts.more}</Link>}
        <DenseButton look="bare" className="ml-auto" onClick={() => setHelp(true)}><Keyboard aria-hidden size={16} />{checkTexts.keys} <kbd aria-hidden>?</kbd></DenseButton>
      </nav>
      <CheckBar
        kind={kind} row={row} isProposing={isProposing} isRefusing={isRefusing} notice={notice} signInPath={path}
        secondsToUndo={undo.value ? undo.secondsLeft : undefined} pageActions={pageActions}
        onConfirm={keys.confirm} onRefuse={keys.refuse} onReason={(reason) => say({ verdict: "refused", reason })} onAccept={keys.accept}
        onUndo={back} onAgain={again} onBack={keys.back}
      />
      {help && <CheckKeysDialog onClose={() => setHelp(false)} />}
    </section>
  );
}

function wordOf({ verdict, reason }: Word): Word {
  return { verdict, ...(reason ? { reason } : {}) };
}
