import { ImportTable } from "@/components/imports/import-table";
import type { ImportSummary } from "@/lib/protocol/imports";
import { reconcileTexts as texts, registerKindNames } from "@/lib/text/desk-reconcile";
import { importHref } from "./reconcile-href";

/** What came from the register, as files or by the connector. */
export function HistoryTable({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const about = { head: texts.historyColumns.kind, of: ({ kind }: ImportSummary) => registerKindNames[kind] };
  const nameOf = ({ source, fileName }: ImportSummary) => (source === "connector" ? texts.fromConnector : fileName);
  return <ImportTable imports={imports} texts={texts} about={about} nameOf={nameOf} hrefOf={importHref} />;
}
