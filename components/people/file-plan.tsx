"use client";

import { Download } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import { formatCount } from "@/lib/text/moment";
import { peopleFileTexts as texts } from "@/lib/text/people-file";
import { FileProblems } from "./file-problems";
import { PlannedPeople } from "./planned-people";
import { saveRest } from "./save-rest";
import type { Looked } from "./use-people-import";

type Props = { readonly looked: Looked; readonly busy: boolean; readonly onAccept: () => void; readonly onDiscard: () => void };

/** What a file would change, in numbers and name by name, and what of it can't be taken. */
export function FilePlan({ looked: { file, plan }, busy, onAccept, onDiscard }: Props) {
  const { newCount, changedCount, sameCount, wrongRowCount, namesakeCount, created, changed } = plan;
  const toDo = newCount + changedCount;
  const counts = [[texts.newCount, newCount], [texts.changedCount, changedCount], [texts.sameCount, sameCount], [texts.wrongCount, wrongRowCount]] as const;
  return (
    <>
      <section className="desk-panel people-panel" aria-label={texts.plan(file.name)}>
        <h2 className="desk-head">{texts.plan(file.name)}</h2>
        <dl className="people-counts">
          {counts.map(([name, count]) => (
            <div key={name} data-tone={name === texts.wrongCount && count > 0 ? "warn" : undefined}><dt>{name}</dt><dd>{formatCount(count)}</dd></div>
          ))}
        </dl>
        {toDo === 0 && wrongRowCount === 0 && <p className="desk-body">{texts.nothing}</p>}
        {namesakeCount > 0 && <p className="people-warn">{texts.namesakes(formatCount(namesakeCount))}</p>}
        <div className="people-actions">
          {toDo > 0 && <DenseButton look="main" disabled={busy} onClick={onAccept}>{(wrongRowCount > 0 ? texts.acceptRest : texts.accept)(formatCount(toDo))}</DenseButton>}
          {wrongRowCount > 0 && <DenseButton disabled={busy} onClick={() => void saveRest(file)}><Download aria-hidden size={16} />{texts.rest(formatCount(wrongRowCount))}</DenseButton>}
          <DenseButton disabled={busy} onClick={onDiscard}>{texts.discard}</DenseButton>
        </div>
      </section>
      {plan.problemCount > 0 && <FileProblems plan={plan} />}
      {changed.length > 0 && <PlannedPeople title={texts.changed(formatCount(changedCount))} people={changed} total={changedCount} />}
      {created.length > 0 && <PlannedPeople title={texts.created(formatCount(newCount))} people={created} total={newCount} />}
    </>
  );
}
