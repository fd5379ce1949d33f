"use client";

import { Download, Upload } from "lucide-react";
import { useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { PoliceKind } from "@/lib/domain/evidence/checked-kind";
import type { EvidenceFileSummary } from "@/lib/protocol/evidence";
import { policeFileTexts } from "@/lib/text/desk-police";
import { formatCount } from "@/lib/text/moment";
import { FileSummary } from "./file-summary";
import { problemText, sendFile, takeFile } from "./send-file";

type Notice = { readonly kind: "done" | "trouble"; readonly text: string };

/** The list as a file: out, filled in elsewhere, in again with a preview. */
export function PoliceFile({ kind, areaId }: { readonly kind: PoliceKind; readonly areaId: string | undefined }) {
  const [busy, setBusy] = useState<"out" | "reading" | "accepting">();
  const [out, setOut] = useState<Notice>();
  const [into, setInto] = useState<Notice>();
  const [chosen, setChosen] = useState<{ readonly file: File; readonly summary: EvidenceFileSummary }>();

  const take = async () => {
    setBusy("out");
    const taken = await takeFile(kind, areaId);
    setBusy(undefined);
    if (!taken.ok) return setOut({ kind: "trouble", text: problemText(taken.error) });
    const { rowCount, more } = taken.value;
    const text = rowCount === 0 ? policeFileTexts.outEmpty : more ? policeFileTexts.outMore(formatCount(rowCount)) : policeFileTexts.outDone(formatCount(rowCount));
    setOut({ kind: "done", text });
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    setBusy("reading");
    setInto(undefined);
    setChosen(undefined);
    const preview = await sendFile(file, "preview");
    setBusy(undefined);
    if (preview.ok) setChosen({ file, summary: preview.value });
    else setInto({ kind: "trouble", text: problemText(preview.error) });
  };
  const accept = async () => {
    if (!chosen) return;
    setBusy("accepting");
    const done = await sendFile(chosen.file, "accept");
    setBusy(undefined);
    if (!done.ok) return setInto({ kind: "trouble", text: problemText(done.error) });
    const count = formatCount(done.value.confirmed + done.value.refused);
    setInto({ kind: "done", text: done.value.proposed ? policeFileTexts.proposed(count) : policeFileTexts.accepted(count) });
    setChosen(undefined);
  };

  return (
    <div className="police-page">
      <section className="desk-panel police-file" aria-labelledby="file-out">
        <h2 id="file-out" className="desk-head">{policeFileTexts.out}</h2>
        <p>{policeFileTexts.outNote}</p>
        <div className="police-file-row">
          <DenseButton look="main" disabled={busy !== undefined} onClick={() => void take()}>
            <Download aria-hidden size={18} />{busy === "out" ? policeFileTexts.outBusy : policeFileTexts.outButton}
          </DenseButton>
          <p role="status" className="police-notice" data-kind={out?.kind}>{out?.text}</p>
        </div>
      </section>
      <section className="desk-panel police-file" aria-labelledby="file-in">
        <h2 id="file-in" className="desk-head">{policeFileTexts.in}</h2>
        <p>{policeFileTexts.inNote}</p>
        <div className="police-file-row">
          <label className={`${denseButtonClass()} police-choose`}>
            <Upload aria-hidden size={18} />{busy === "reading" ? policeFileTexts.reading : policeFileTexts.choose}
            <input
              type="file" accept=".xlsx,.csv" disabled={busy !== undefined}
              onChange={(event) => { void read(event.target.files?.[0]); event.target.value = ""; }}
            />
          </label>
          <p role="status" className="police-notice" data-kind={into?.kind}>{into?.text}</p>
        </div>
        {chosen && <FileSummary fileName={chosen.file.name} summary={chosen.summary} busy={busy === "accepting"} onAccept={() => void accept()} onBack={() => setChosen(undefined)} />}
      </section>
    </div>
  );
}
