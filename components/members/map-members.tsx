import { useId, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TablePanel } from "@/components/ui/table-panel";
import { columnName, missingFields, type Mapping } from "@/lib/domain/import/mapping";
import { fieldsOf, type RegisterField } from "@/lib/domain/import/record-fields";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { MemberOptions } from "@/lib/protocol/members";
import { memberFieldNames, memberImportTexts as texts } from "@/lib/text/desk-members";
import { MemberMeaning } from "./member-meaning";
import type { ChosenFile } from "./use-member-import";

type Props = {
  readonly chosen: ChosenFile;
  readonly busy: boolean;
  readonly today: LocalDate;
  onMap(mapping: Mapping): void;
  onSheet(sheet: string): void;
  onBack(): void;
  onRead(options: MemberOptions): void;
};

const nameOf = (field: RegisterField) => memberFieldNames[field] ?? field;

/** Our fields on the left, the file's columns beside them; above, what the file says. */
export function MapMembers({ chosen: { file, inspected, mapping }, busy, today, onMap, onSheet, onBack, onRead }: Props) {
  const id = useId();
  const [options, setOptions] = useState<MemberOptions>({ asOf: today, people: "members", complete: false });
  const missing = missingFields("member", mapping);
  const columns = Object.values(mapping);
  const isTakenTwice = new Set(columns).size < columns.length;
  const isDayKnown = LocalDate.safeParse(options.asOf).success && options.asOf <= today;
  const { layoutName } = inspected.member;
  const choose = (field: RegisterField, value: string) => {
    const { [field]: _before, ...others } = mapping;
    onMap(value === "" ? others : { ...others, [field]: Number(value) });
  };
  return (
    <form className="member-import" onSubmit={(event) => { event.preventDefault(); onRead(options); }}>
      <MemberMeaning fileName={file.name} sheets={inspected.sheets} sheet={inspected.sheet} {...{ busy, today, options, onSheet }} onOptions={setOptions} />
      <TablePanel title={texts.mapTitle} aside={<p className="desk-dense text-ink-2">{layoutName ? texts.remembered(layoutName) : texts.guessed}</p>}>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.columnInFile}</th>
            <th scope="col">{texts.samples}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf("member").map((field) => {
            const column = mapping[field];
            return (
              <tr key={field}>
                <th scope="row" className="row-name">
                  <label htmlFor={`${id}-${field}`}>{nameOf(field)}</label>{" "}
                  {field !== "number" && field !== "unit" && <span className="font-normal text-ink-2">{texts.optional}</span>}
                </th>
                <td>
                  <select id={`${id}-${field}`} value={column ?? ""} onChange={(event) => choose(field, event.target.value)}>
                    <option value="">{texts.noColumn}</option>
                    {inspected.columns.map(({ name, group }, index) => (
                      <option key={index} value={index}>{`${columnName(index)}  ${[group, name].filter(Boolean).join(", ")}`}</option>
                    ))}
                  </select>
                </td>
                <td className="member-samples">{column === undefined ? "" : inspected.columns[column]?.samples.map((sample, index) => <span key={index}>{sample}</span>)}</td>
              </tr>
            );
          })}
        </tbody>
      </TablePanel>
      <footer className="member-bar">
        <p role="status" className="desk-dense text-warn">
          {missing.length > 0 ? texts.missing(missing.map(nameOf).join(", ")) : isTakenTwice ? texts.takenTwice : ""}
        </p>
        <DenseButton className="ml-auto" onClick={onBack}>{texts.otherFile}</DenseButton>
        <DenseButton type="submit" look="main" disabled={busy || missing.length > 0 || isTakenTwice || !isDayKnown}>{texts.read}</DenseButton>
      </footer>
    </form>
  );
}
