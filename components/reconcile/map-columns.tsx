import { useId } from "react";
import { ColumnTable, mappingProblem } from "@/components/imports/column-table";
import { DenseButton } from "@/components/ui/dense-button";
import { registerKinds, type RegisterKind } from "@/lib/protocol/imports";
import { reconcileTexts, registerFieldNames, registerKindNames } from "@/lib/text/desk-reconcile";
import type { Chosen } from "./use-new-import";

type Props = {
  readonly chosen: Chosen;
  readonly busy: boolean;
  onChange(changes: Partial<Pick<Chosen, "mapping" | "layoutName">>): void;
  onKind(kind: RegisterKind): void;
  onSheet(sheet: string): void;
  onBack(): void;
  onRead(): void;
};

/** Our fields on the left, the file's columns beside them with what stands in their first cells. */
export function MapColumns({ chosen, busy, onChange, onKind, onSheet, onBack, onRead }: Props) {
  const { file, inspected, kind, mapping, layoutName } = chosen;
  const id = useId();
  const problem = mappingProblem(kind, mapping, registerFieldNames);
  return (
    <form className="import-map" onSubmit={(event) => { event.preventDefault(); onRead(); }}>
      <div className="desk-panel import-kind">
        <p className="desk-head min-w-0">{file.name}</p>
        <label>{reconcileTexts.kind}
          <select value={kind} onChange={(event) => onKind(event.target.value as RegisterKind)}>
            {registerKinds.map((name) => <option key={name} value={name}>{registerKindNames[name]}</option>)}
          </select>
        </label>
        {inspected.sheets.length > 1 && (
          <label>{reconcileTexts.sheet}
            <select disabled={busy} value={inspected.sheet ?? ""} onChange={(event) => onSheet(event.target.value)}>
              {inspected.sheet === undefined && <option value="" />}
              {inspected.sheets.map((name) => <option key={name}>{name}</option>)}
            </select>
          </label>
        )}
      </div>
      <ColumnTable
        kind={kind} names={registerFieldNames} columns={inspected.columns} mapping={mapping}
        layoutName={inspected.guesses[kind].layoutName} onMap={(mapping) => onChange({ mapping })}
      />
      <footer className="import-bar">
        <label>{reconcileTexts.layoutLabel}
          <input type="text" value={layoutName} maxLength={100} aria-describedby={`${id}-layout`} onChange={(event) => onChange({ layoutName: event.target.value })} />
        </label>
        <p id={`${id}-layout`} className="desk-caption text-ink-2">{reconcileTexts.layoutHint}</p>
        <DenseButton className="ml-auto" onClick={onBack}>{reconcileTexts.otherFile}</DenseButton>
        <DenseButton type="submit" look="main" disabled={busy || problem !== undefined}>{reconcileTexts.read}</DenseButton>
        <p role="status" className="w-full desk-dense text-warn">{problem}</p>
      </footer>
    </form>
  );
}
