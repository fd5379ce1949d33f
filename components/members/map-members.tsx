import { useState } from "react";
import { ColumnTable, mappingProblem } from "@/components/imports/column-table";
import { DenseButton } from "@/components/ui/dense-button";
import type { Mapping } from "@/lib/domain/import/mapping";
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

/** Our fields on the left, the file's columns beside them; above, what the file says. */
export function MapMembers({ chosen: { file, inspected, mapping }, busy, today, onMap, onSheet, onBack, onRead }: Props) {
  const [options, setOptions] = useState<MemberOptions>({ asOf: today, people: "members", complete: false });
  const problem = mappingProblem("member", mapping, memberFieldNames);
  const isDayKnown = LocalDate.safeParse(options.asOf).success && options.asOf <= today;
  return (
    <form className="member-import" onSubmit={(event) => { event.preventDefault(); onRead(options); }}>
      <MemberMeaning fileName={file.name} sheets={inspected.sheets} sheet={inspected.sheet} {...{ busy, today, options, onSheet }} onOptions={setOptions} />
      <ColumnTable
        kind="member" names={memberFieldNames} columns={inspected.columns} mapping={mapping}
        layoutName={inspected.member.layoutName} onMap={onMap}
      />
      <footer className="member-bar">
        <p role="status" className="desk-dense text-warn">{problem}</p>
        <DenseButton className="ml-auto" onClick={onBack}>{texts.otherFile}</DenseButton>
        <DenseButton type="submit" look="main" disabled={busy || problem !== undefined || !isDayKnown}>{texts.read}</DenseButton>
      </footer>
    </form>
  );
}
