import type { ReportDocument } from "@/lib/domain/report/report-document";

/** Letterhead and title, as the paper begins. */
export function ReportHead({ document: { letterhead, title, subject, addressee } }: { readonly document: ReportDocument }) {
  return (
    <div className="report-head">
      <div className="report-letterhead">
        <p>{letterhead.authority}<br /><strong>{letterhead.office}</strong><br />{letterhead.number}</p>
        <p><strong>{letterhead.country}</strong><br /><strong>{letterhead.motto}</strong><br /><em>{letterhead.placeAndDay}</em></p>
      </div>
      <p className="report-title">{title}</p>
      {subject.map((line) => <p key={line} className="report-subject">{line}</p>)}
      {addressee && <p className="report-subject">{addressee}</p>}
    </div>
  );
}
