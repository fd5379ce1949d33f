import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ReportSummary } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { momentText } from "@/lib/text/moment";
import { periodName } from "./period-name";
import { reportHref } from "./report-href";

export function ReportList({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const { columns } = reportTexts;
  return (
    <TablePanel title={reportTexts.list} none={reports.length === 0 && reportTexts.none}>
      <TableHead columns={Object.values(columns)} />
      <tbody>
        {reports.map((report) => (
          <tr key={report.id}>
            <th scope="row" className="row-name">
              <Link prefetch={false} href={reportHref(report.id)}>{periodName(report)}</Link>
            </th>
            <td>{formatDate(report.point.asOf)}</td>
            <td>{report.published ? reportTexts.publishedState : <strong className="text-warn">{reportTexts.draft}</strong>}</td>
            <td>{report.published?.number ?? "–"}</td>
            <td>{report.published?.by ?? report.createdBy}</td>
            <td>{momentText(report.published?.at ?? report.changedAt)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
