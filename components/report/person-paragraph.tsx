"use client";
import { useId } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { PersonParagraphKey } from "@/lib/domain/report/monthly-report";
import { reportTexts } from "@/lib/text/desk-reports";
import type { ReportEditing } from "./use-report-editor";

/** What a person writes between the paragraphs from the data. */
export function PersonParagraph({ name, editing, isFirst }: { readonly name: PersonParagraphKey; readonly editing: ReportEditing; readonly isFirst: boolean }) {
  const id = useId();
  const ready = useHydrated();
  const { text, carried, unsaved, theirs } = editing.stateOf(name);
  const label = reportTexts.paragraphs[name];
  const mark = carried ? (isFirst ? reportTexts.usual : reportTexts.carried) : unsaved ? reportTexts.changedHere : undefined;
  return (
    <div className="report-person" data-carried={carried || undefined}>
      <div className="report-person-head">
        <label htmlFor={id}>{label}</label>
        {mark && <strong id={`${id}-mark`} className={carried ? "text-warn" : "text-ink-2"}>{mark}</strong>}
        {carried && <DenseButton aria-label={reportTexts.keepNamed(label)} onClick={() => editing.keep([name])}>{reportTexts.keep}</DenseButton>}
      </div>
      <textarea
        id={id} readOnly={!ready} value={text} rows={Math.min(14, Math.max(2, Math.ceil(text.length / 90) + text.split("\n").length - 1))}
        maxLength={20_000} placeholder={reportTexts.emptyParagraph} aria-describedby={mark ? `${id}-mark` : undefined}
        onChange={({ target }) => editing.write(name, target.value)}
      />
      {theirs !== undefined && (
        <div className="report-theirs">
          <p className="font-semibold">{reportTexts.theirs}</p>
          <p className="whitespace-pre-line">{theirs === "" ? reportTexts.emptyParagraph : theirs}</p>
          <DenseButton onClick={() => editing.write(name, theirs)}>{reportTexts.useTheirs}</DenseButton>
        </div>
      )}
    </div>
  );
}
