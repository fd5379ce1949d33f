import "server-only";
import { formatDate, Instant, localDateOf, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetRow, SheetValue } from "@/lib/protocol/sheets";
import { tableDocument, type DocumentValue } from "@/lib/server/documents/docx/table-document";
import { formatDecimal, formatShare } from "@/lib/text/moment";
import type { Sheet, SheetIssuer } from "./sheet";

/** The first table as a document of the administration; its day is left to be written. */
export function sheetDocument({ tables: [table], orientation = "portrait" }: Sheet, { superior, name, isYouthUnion, signers }: SheetIssuer, place: string, now: string): Buffer {
  const { title, about, columns, rows, totals = [], notes = [] } = table;
  const written = (row: SheetRow) => row.map((value, index) => valueOf(value, columns[index]!));
  return tableDocument({
    issuer: { ...(superior ? { authority: superior.toUpperCase() } : {}), office: name.toUpperCase(), place, isYouthUnion },
    day: { year: partsOfDate(localDateOf(now)).year },
    title: title.toUpperCase(),
    subtitle: about,
    orientation,
    fontSize: columns.length > 8 ? 10 : 12,
    columns: columns.map(({ head, group, width, kind, isRight }) => ({
      heading: head, width, ...(group ? { group } : {}), ...(kind === "text" && !isRight ? {} : { align: kind === "day" ? "center" as const : "right" as const }),
    })),
    rows: rows.map(written),
    totals: totals.map(written),
    notes,
    signers: signers.map((office) => ({ offices: [office] })),
    createdAt: Instant.parse(now),
  });
}

function valueOf(value: SheetValue, { kind }: Pick<SheetColumn, "kind">): DocumentValue {
  if (typeof value === "object" && value !== null) return valueOf(value.value, value);
  if (value === null || typeof value === "string") return kind === "day" && value ? formatDate(value as LocalDate) : value;
  if (kind === "share") return formatShare(value);
  if (kind === "decimal") return formatDecimal(value);
  return kind === "rate" ? new Intl.NumberFormat("vi-VN", { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value) : value;
}
