import type { ReactNode } from "react";
import type { SheetTable } from "@/lib/protocol/sheets";
import { rowTexts } from "@/lib/text/register-rows";
import { RowsPages } from "./rows-pages";
import "./register-rows.css";

type Props = {
  readonly table: SheetTable;
  /** Beside the title: what can be taken along, and the way back to the number. */
  readonly tools: ReactNode;
  readonly page: number;
  readonly hasNext: boolean;
  readonly hrefOf: (page: number) => string;
  readonly parts?: ReactNode;
  /** The table as it is drawn, where there are rows. */
  readonly children: ReactNode;
};

/** The rows behind a number, a screen at a time. */
export function RowsScreen({ table, tools, page, hasNext, hrefOf, parts, children }: Props) {
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{table.title}</h1>
          {table.about.map((line) => <p key={line} className="desk-caption text-ink-2">{line}</p>)}
        </div>
        <div className="rows-tools">{tools}</div>
      </header>
      <div className="register-rows">
        {parts}
        {table.rows.length > 0 ? children : <p className="desk-body">{rowTexts.none}</p>}
        <RowsPages page={page} hasNext={hasNext} hrefOf={hrefOf} />
      </div>
    </>
  );
}
