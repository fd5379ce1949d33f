import { useId } from "react";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { columnName, missingFields, type Mapping } from "@/lib/domain/import/mapping";
import { fieldsOf, recordFields, type RecordKind, type RegisterField } from "@/lib/domain/import/record-fields";
import type { Inspected } from "@/lib/protocol/imports";
import { columnTexts as texts } from "@/lib/text/imports";
import "./imports.css";

export type FieldNames = Readonly<Partial<Record<RegisterField, string>>>;

type Props = {
  readonly kind: RecordKind;
  readonly names: FieldNames;
  readonly columns: Inspected["columns"];
  readonly mapping: Mapping;
  /** The layout that the file was recognised by. */
  readonly layoutName: string | undefined;
  readonly onMap: (mapping: Mapping) => void;
};

/** Our fields on the left, the file's columns beside them with what stands in their first cells. */
export function ColumnTable({ kind, names, columns, mapping, layoutName, onMap }: Props) {
  const id = useId();
  const missing = missingFields(kind, mapping);
  const needs: Partial<Record<RegisterField, string>> = recordFields[kind];
  const choose = (field: RegisterField, value: string) => {
    const { [field]: _before, ...others } = mapping;
    onMap(value === "" ? others : { ...others, [field]: Number(value) });
  };
  return (
    <TablePanel title={texts.title} className="import-columns" aside={<p className="desk-dense text-ink-2">{layoutName ? texts.remembered(layoutName) : texts.guessed}</p>}>
      <TableHead columns={[texts.field, texts.columnInFile, texts.samples]} />
      <tbody>
        {fieldsOf(kind).map((field) => {
          const column = mapping[field];
          return (
            <tr key={field} data-missing={missing.includes(field) || undefined}>
              <th scope="row" className="row-name">
                <label htmlFor={`${id}-${field}`}>{names[field]}</label>{" "}
                {needs[field] === "optional" && <span className="font-normal text-ink-2">{texts.optional}</span>}
              </th>
              <td>
                <select id={`${id}-${field}`} value={column ?? ""} onChange={(event) => choose(field, event.target.value)}>
                  <option value="">{texts.noColumn}</option>
                  {columns.map(({ name, group }, index) => (
                    <option key={index} value={index}>{`${columnName(index)}  ${[group, name].filter(Boolean).join(", ")}`}</option>
                  ))}
                </select>
              </td>
              <td className="import-samples">{column !== undefined && columns[column]?.samples.map((sample, index) => <span key={index}>{sample}</span>)}</td>
            </tr>
          );
        })}
      </tbody>
    </TablePanel>
  );
}

/** Why a file can't be read by this mapping yet. */
export function mappingProblem(kind: RecordKind, mapping: Mapping, names: FieldNames): string | undefined {
  const missing = missingFields(kind, mapping);
  if (missing.length > 0) return texts.missing(missing.map((field) => names[field]).join(", "));
  const columns = Object.values(mapping);
  return new Set(columns).size < columns.length ? texts.takenTwice : undefined;
}
