import Link from "next/link";
import type { AnnexCell as Cell, AnnexRow } from "@/lib/domain/report/report-document";
import { placeKey, type DifferencePlace } from "@/lib/domain/report/table-differences";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ReportView } from "@/lib/protocol/reports";
import { reportTexts } from "@/lib/text/desk-reports";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { behindHref } from "./report-href";
import { placeText, toldText } from "./tell-difference";

type Props = { readonly report: ReportView; readonly of: AnnexRow["of"]; readonly cell: Cell; readonly isName: boolean };

/** A printed cell: it opens what is behind it, and says where an earlier report said it otherwise. */
export function AnnexCell({ report, of, cell, isName }: Props) {
  const place = placeOf(of);
  const corrected = place && correctionOf(report, place, cell);
  const href = place ? hrefOf(report, place, cell) : undefined;
  const name = cell.says && place ? reportTexts.openCell(cell.text, reportIndicatorNames[cell.says.indicator].short, placeText(place)) : cell.text;
  const content = (
    <>
      {href ? <Link prefetch={false} href={href} aria-label={name}>{cell.text}</Link> : cell.text}
      {corrected && (
        <sup className="annex-corrected" title={corrected}>
          <span aria-hidden>{reportTexts.correctedMark}</span>
          <span className="sr-only">{corrected}</span>
        </sup>
      )}
    </>
  );
  return isName ? <th scope="row">{content}</th> : <td className={cell.value.kind === "text" ? "" : "num"}>{content}</td>;
}

/** Annex 2 prints the number of the report before as it was published; annex 1 the same cell of this one. */
function correctionOf({ snapshot: { corrections } }: ReportView, of: DifferencePlace, { says }: Cell): string | undefined {
  if (!says || (says.what !== "now" && says.what !== "before")) return undefined;
  const found = corrections?.differences.find(({ place, indicator }) => placeKey(place) === placeKey(of) && indicator === says.indicator);
  return corrections && found && reportTexts.correctedCell(formatDate(corrections.point.through), toldText(found.then), toldText(found.since));
}

/** Of the cell's own days, tree and moment. */
function hrefOf(report: ReportView, of: DifferencePlace, { says, value }: Cell): string | undefined {
  const { table } = report.snapshot.data;
  if (!says || value.kind === "unknown" || (says.what !== "now" && says.what !== "before")) return undefined;
  const point = says.what === "now" ? table.point : table.previousPoint;
  const place = of.kind === "unit" ? { unitId: of.id } : of.kind === "total" ? { unitId: report.unitId } : { unitId: report.unitId, place: of.kind };
  return point && behindHref(report, place, says.indicator, point, table.treeOn);
}

/** The share of the target is a number of no place. */
function placeOf(of: AnnexRow["of"]): DifferencePlace | undefined {
  if (of.kind === "achieved") return undefined;
  return of.kind === "unit" ? of : { kind: of.kind };
}
