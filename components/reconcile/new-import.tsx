"use client";

import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { refusals } from "@/lib/text/refusals";
import { ChooseFile } from "./choose-file";
import { MapColumns } from "./map-columns";
import { ReadingPanel } from "./reading-panel";
import { ReconcileTop } from "./reconcile-top";
import { useNewImport } from "./use-new-import";

/** The first two steps, which only this page knows of, and reading the file. */
export function NewImport() {
  const work = useNewImport();
  const { busy, chosen, reading, problem } = work;
  return (
    <>
      <ReconcileTop step={reading ? "preview" : chosen ? "map" : "choose"} />
      <div className="reconcile">
        {problem && (
          <p role="alert" className="import-problem">
            {problem.code ? refusals[problem.code] : reconcileTexts.unreachable}{" "}
            {problem.code === "notSignedIn" && <a className="underline" href="/sign-in?next=/desk/reconcile/new">{reconcileTexts.signIn}</a>}
          </p>
        )}
        {reading ? (
          <ReadingPanel reading={reading} onStop={work.stop} />
        ) : chosen ? (
          <MapColumns
            key={`${chosen.file.name} ${chosen.inspected.sheet ?? ""}`}
            chosen={chosen} busy={busy} onChange={work.change} onKind={work.changeKind} onSheet={work.changeSheet} onBack={work.forget} onRead={work.read}
          />
        ) : (
          <ChooseFile busy={busy} onChoose={(file) => void work.inspect(file)} />
        )}
      </div>
    </>
  );
}
