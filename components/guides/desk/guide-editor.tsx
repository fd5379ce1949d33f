"use client";
import { useId, useRef } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { longestMarkdown } from "@/lib/domain/guide/check-guide";
import type { GuideVersion } from "@/lib/protocol/guides";
import { deskGuides } from "@/lib/text/desk-guides";
import { formatCount } from "@/lib/text/moment";
import { DrawingPicker } from "./drawing-picker";
import { GuideHistory } from "./guide-history";
import { GuidePreview } from "./guide-preview";
import { insertLine } from "./insert-line";
import { useGuideEditor } from "./use-guide-editor";
import { WritingHelp } from "./writing-help";
import "./guides-desk.css";

/** Markdown on the left, what a phone makes of it on the right; each save is a version. */
export function GuideEditor({ history }: { readonly history: readonly GuideVersion[] }) {
  const editor = useGuideEditor(history);
  const { written, notice } = editor;
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [newest] = history;

  const insert = (line: string) => {
    const { current } = area;
    if (!current) return;
    const { text, cursor } = insertLine(written.markdown, current.selectionEnd, line);
    editor.write({ markdown: text });
    requestAnimationFrame(() => {
      current.focus();
      current.setSelectionRange(cursor, cursor);
    });
  };

  return (
    <div className="guide-desk">
      <form noValidate className="guide-write" onSubmit={(event) => { event.preventDefault(); editor.save(); }}>
        <label htmlFor={`${id}-title`} className="guide-label">{deskGuides.name}</label>
        <input
          id={`${id}-title`} type="text" autoComplete="off" readOnly={!editor.ready} value={written.title} aria-invalid={Boolean(editor.problemAt("title"))}
          aria-describedby={`${id}-title-says`} onChange={(event) => editor.write({ title: event.target.value })}
        />
        <p id={`${id}-title-says`} role="alert" className="guide-problem">{editor.problemAt("title")}</p>
        <label htmlFor={`${id}-text`} className="guide-label">{deskGuides.text}</label>
        <textarea
          ref={area} id={`${id}-text`} spellCheck={false} readOnly={!editor.ready} value={written.markdown} aria-invalid={Boolean(editor.problemAt("markdown"))}
          aria-describedby={`${id}-text-says ${id}-length`} onChange={(event) => editor.write({ markdown: event.target.value })}
        />
        <p id={`${id}-length`} className="desk-caption text-ink-2">
          {deskGuides.length(formatCount(written.markdown.length), formatCount(longestMarkdown))}
        </p>
        <p id={`${id}-text-says`} role="alert" className="guide-problem">{editor.problemAt("markdown")}</p>
        <div className="guide-actions">
          <DenseButton look="main" type="submit" disabled={editor.saving}>
            {editor.saving ? deskGuides.saving : newest?.retired ? deskGuides.saveAgain : deskGuides.save}
          </DenseButton>
          <p role="status" data-kind={notice?.kind} className="guide-notice">{notice?.text}</p>
          {editor.canUndoLoad && <DenseButton look="bare" onClick={editor.undoLoad}>{deskGuides.undoLoad}</DenseButton>}
          {newest && !newest.retired && (
            <DenseButton look="bad" className="ml-auto" disabled={editor.saving} onClick={editor.retire}>{deskGuides.retire}</DenseButton>
          )}
        </div>
        <DrawingPicker onPick={(name) => insert(`   ![${name}]`)} />
        <WritingHelp />
        {history.length > 0 && <GuideHistory history={history} onLoad={editor.load} />}
      </form>
      <GuidePreview title={written.title} markdown={written.markdown} />
    </div>
  );
}
