import type { ReactNode } from "react";

/** The numbers of a picture, for whoever wants them or cannot see it. */
export function TableBelow({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="table-below">
      <summary>{summary}</summary>
      <div className="table-scroll" role="region" aria-label={summary} tabIndex={0}>
        <table className="desk-table">{children}</table>
      </div>
    </details>
  );
}
