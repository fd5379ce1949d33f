"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { ChangeChoice } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { changeOf, emptyHeir, newUnitId, type ChangeDraft } from "./change-draft";
import { ChangeFields } from "./change-fields";
import { ChangePreview } from "./change-preview";
import { unitHref } from "./organisation-href";
import { useChange } from "./use-change";

type Props = { readonly kind: OrganisationChange["kind"]; readonly choice: ChangeChoice; /** Where the form begins: a rename today, everything else tomorrow. */ readonly from: LocalDate };

/** One change of a unit: filled in, looked at, done. Nothing changes before "Thực hiện". */
export function ChangeForm({ kind, choice, from }: Props) {
  const { unit, kindsBelow, parentId = "" } = choice;
  const { busy, looked, problem, preview, apply, forget } = useChange(unitHref(unit.id));
  const [draft, setDraft] = useState<ChangeDraft>(() => ({
    from, name: kind === "rename" ? unit.name : "", code: "", unitKind: kindsBelow[0] ?? "team", parentId: "", together: [], carriedInto: "", newId: newUnitId(),
    heirs: kind === "split" ? [emptyHeir(parentId, true), emptyHeir(parentId, true)] : [emptyHeir(parentId, false)],
  }));
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (looked) result.current?.focus();
  }, [looked]);
  const change = changeOf(kind, unit.id, draft);
  return (
    <>
      <section className="desk-panel change-form">
        <p className="desk-body text-ink-2">{texts.aboutChange[kind]}</p>
        <fieldset disabled={busy !== undefined} className="contents">
          <ChangeFields kind={kind} choice={choice} draft={draft} onChange={(part) => { setDraft((known) => ({ ...known, ...part })); forget(); }} />
        </fieldset>
        {!change && <p className="desk-dense text-ink-2">{texts.missing}</p>}
        {problem && !looked && <p role="alert" className="desk-dense text-warn">{problem}</p>}
        {!looked && (
          <div className="change-actions">
            <DenseButton look="main" disabled={!change || busy !== undefined} onClick={() => change && void preview(change)}>{busy ? texts.previewing : texts.preview}</DenseButton>
            <Link className={denseButtonClass()} href={unitHref(unit.id)}>{texts.cancel}</Link>
          </div>
        )}
      </section>
      {looked && (
        <div ref={result} tabIndex={-1} role="region" aria-label={texts.preview} className="change-result">
          <ChangePreview answer={looked.answer} />
          {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
          <div className="change-actions">
            <DenseButton look="main" disabled={busy !== undefined} onClick={() => void apply()}>{busy === "applying" ? texts.applying : texts.apply}</DenseButton>
            <DenseButton disabled={busy !== undefined} onClick={forget}>{texts.edit}</DenseButton>
          </div>
        </div>
      )}
    </>
  );
}
