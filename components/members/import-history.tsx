import { ImportTable } from "@/components/imports/import-table";
import type { MemberImport } from "@/lib/protocol/imports";
import { memberImportTexts as texts } from "@/lib/text/desk-members";
import { formatDay } from "@/lib/text/moment";
import { memberImportHref } from "./members-href";

/** The files of members, each as of its day. */
export function ImportHistory({ imports }: { readonly imports: readonly MemberImport[] }) {
  const about = { head: texts.historyColumns.day, of: ({ options }: MemberImport) => formatDay(`${options.asOf}T00:00:00+07:00`) };
  return <ImportTable imports={imports} texts={texts} about={about} hrefOf={memberImportHref} />;
}
