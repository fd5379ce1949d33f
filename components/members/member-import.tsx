"use client";

import { useId } from "react";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { refusals } from "@/lib/text/refusals";
import { MapMembers } from "./map-members";
import { ReadingMembers } from "./reading-members";
import { useMemberImport } from "./use-member-import";

/** A file of members is chosen, its columns and meaning are told, then it is read; nothing is written yet. */
export function MemberImport({ today }: { readonly today: LocalDate }) {
  const id = useId();
  const { busy, chosen, readingId, problem, inspect, read, stop, map, changeSheet, forget } = useMemberImport();
  const choose = (files: FileList | null) => files?.[0] && void inspect(files[0]);
  return (
    <div className="member-import">
      {problem && <p role="alert" className="member-problem">{problem.code ? refusals[problem.code] : texts.unreachable}</p>}
      {readingId ? (
        <ReadingMembers id={readingId} onStop={stop} />
      ) : chosen ? (
        <MapMembers key={chosen.file.name} {...{ chosen, busy, today }} onMap={map} onSheet={changeSheet} onBack={forget} onRead={(options) => void read(options)} />
      ) : (
        <section className="desk-panel member-choose">
          <h2 className="desk-head">{texts.chooseTitle}</h2>
          <p id={`${id}-hint`} className="desk-body text-ink-2">{texts.chooseHint}</p>
          <label className="member-file">
            <input type="file" accept=".csv,.txt,.tsv,.xlsx,.xlsm" disabled={busy} aria-describedby={`${id}-hint`} onChange={(event) => { choose(event.target.files); event.target.value = ""; }} />
            <span>{texts.chooseButton}</span>
          </label>
          <p role="status" className="desk-dense text-ink-2">{busy ? texts.looking : ""}</p>
        </section>
      )}
    </div>
  );
}
