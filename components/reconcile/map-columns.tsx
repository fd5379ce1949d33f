import { useId } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TablePanel } from "@/components/ui/table-panel";
import { columnName, missingFields } from "@/lib/domain/import/mapping";
import { fieldsOf, recordFields, type RegisterField } from "@/lib/domain/import/record-fields";
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
  const missing = missingFields(kind, mapping);
  const columns = Object.values(mapping);
  const isTakenTwice = new Set(columns).size < columns.length;
  const remembered = inspected.guesses[kind].layoutName;
  const choose = (field: RegisterField, value: string) => {
    const { [field]: _before, ...others } = mapping;
    onChange({ mapping: value === "" ? others : { ...others, [field]: Number(value) } });
  };
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
      <TablePanel title={reconcileTexts.mapTitle} aside={<p className="desk-dense text-ink-2">{remembered ? reconcileTexts.remembered(remembered) : reconcileTexts.guessed}</p>}>
        <thead>
          <tr>
            <th scope="col">{reconcileTexts.field}</th>
            <th scope="col">{reconcileTexts.columnInFile}</th>
            <th scope="col">{reconcileTexts.samples}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf(kind).map((field) => {
            const column = mapping[field];
            return (
              <tr key={field} data-missing={missing.includes(field) || undefined}>
                <th scope="row" className="row-name">
                  <label htmlFor={`${id}-${field}`}>{registerFieldNames[field]}</label>{" "}
                  {isOptional(kind, field) && <span className="font-normal text-ink-2">{reconcileTexts.optional}</span>}
                </th>
                <td>
                  <select id={`${id}-${field}`} value={column ?? ""} onChange={(event) => choose(field, event.target.value)}>
                    <option value="">{reconcileTexts.noColumn}</option>
                    {inspected.columns.map(({ name, group }, index) => (
                      <option key={index} value={index}>{`${columnName(index)}  ${[group, name].filter(Boolean).join(", ")}`}</option>
                    ))}
                  </select>
                </td>
                <td className="import-samples">{column === undefined ? "" : inspected.columns[column]?.samples.map((sample, index) => <span key={index}>{sample}</span>)}</td>
              </tr>
            );
          })}
        </tbody>
      </TablePanel>
      <footer className="import-bar">
        <label>{reconcileTexts.layoutLabel}
          <input type="text" value={layoutName} maxLength={100} aria-describedby={`${id}-layout`} onChange={(event) => onChange({ layoutName: event.target.value })} />
        </label>
        <p id={`${id}-layout`} className="desk-caption text-ink-2">{reconcileTexts.layoutHint}</p>
        <DenseButton className="ml-auto" onClick={onBack}>{reconcileTexts.otherFile}</DenseButton>
        <DenseButton type="submit" look="main" disabled={busy || missing.length > 0 || isTakenTwice}>{reconcileTexts.read}</DenseButton>
        <p role="status" className="w-full desk-dense text-warn">
          {missing.length > 0 ? reconcileTexts.missing(missing.map((field) => registerFieldNames[field]).join(", ")) : isTakenTwice ? reconcileTexts.takenTwice : ""}
        </p>
      </footer>
    </form>
  );
}

function isOptional(kind: RegisterKind, field: RegisterField): boolean {
  const needs: Partial<Record<RegisterField, string>> = recordFields[kind];
  return needs[field] === "optional";
}
