"use client";

import { Download, Upload } from "lucide-react";
import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { FileProgress } from "@/lib/protocol/people";
import { formatCount } from "@/lib/text/moment";
import { peopleFileTexts as texts } from "@/lib/text/people-file";
import { refusals } from "@/lib/text/refusals";
import { FilePlan } from "./file-plan";
import { listHref, templateHref } from "./people-href";
import { usePeopleImport } from "./use-people-import";

/** A file in: chosen, looked at, accepted. Nothing changes before. */
export function PeopleImport() {
  const { running, looked, accepted, problem, look, accept, forget } = usePeopleImport();
  const choose = (files: FileList | null) => files?.[0] && void look(files[0]);
  return (
    <>
      <section className="desk-panel people-panel">
        <p className="desk-body">{texts.about}</p>
        <p className="desk-dense text-ink-2">{texts.rule}</p>
        <div className="people-actions">
          <label className={`${denseButtonClass(looked ? "second" : "main")} people-choose`}>
            <Upload aria-hidden size={16} />{accepted ? texts.another : texts.choose}
            <input type="file" accept=".xlsx,.xlsm,.csv" disabled={running !== undefined} onChange={(event) => { choose(event.target.files); event.target.value = ""; }} />
          </label>
          <a className={denseButtonClass()} href={templateHref("no")} download><Download aria-hidden size={16} />{texts.template}</a>
          <a className={denseButtonClass()} href={templateHref("yes")} download><Download aria-hidden size={16} />{texts.current}</a>
        </div>
        {problem && <p role="alert" className="people-warn">{problem.code ? refusals[problem.code] : problem.writing ? texts.unreachable : texts.fileUnreachable}</p>}
        {running && <Running progress={running} />}
      </section>
      {accepted && (
        <section className="desk-panel people-panel">
          <p role="status" className="desk-body font-semibold">{texts.done(formatCount(accepted.newCount), formatCount(accepted.changedCount))}</p>
          {accepted.newCount > 0 && (
            <>
              <p className="desk-body">{texts.donePasswords}</p>
              <div className="people-actions"><Link className={denseButtonClass("main")} href={listHref({ command: accepted.id })}>{texts.seeNew}</Link></div>
            </>
          )}
        </section>
      )}
      {looked && <FilePlan looked={looked} busy={running !== undefined} onAccept={() => void accept()} onDiscard={forget} />}
    </>
  );
}

/** How far it is: a share where the end is known, rows where it isn't. */
function Running({ progress }: { readonly progress: FileProgress | "sending" }) {
  const label = progress === "sending" ? texts.sending : texts.steps[progress.step];
  const known = progress !== "sending" && progress.of !== undefined ? { max: progress.of, value: progress.done } : {};
  const count = progress === "sending" ? "" : progress.of === undefined ? texts.rows(formatCount(progress.done)) : texts.share(formatCount(progress.done), formatCount(progress.of));
  return (
    <div className="people-run">
      <progress aria-label={texts.progress} {...known} />
      <p role="status" className="desk-body tabular-nums">{`${label} ${count}`}</p>
    </div>
  );
}
