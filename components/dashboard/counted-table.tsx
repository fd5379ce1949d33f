import Link from "next/link";
import type { ReactNode } from "react";
import { EvidenceMark } from "@/components/evidence/evidence-mark";
import { TableHead } from "@/components/ui/table-head";
import { formatDate } from "@/lib/domain/time/local-date";
import type { EntryStatus } from "@/lib/domain/review/lifecycle";
import type { CountedOutcome } from "@/lib/protocol/dashboard";
import { unitEntries } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { outcomeNames } from "@/lib/text/outcomes";

/** The outcomes behind a number, one line each. No citizen is named here: the entry itself shows them, and that is logged. */
export function CountedTable({
  outcomes,
  markOf,
  now,
}: {
  readonly outcomes: readonly CountedOutcome[];
  readonly markOf: (status: EntryStatus) => ReactNode;
  readonly now: string;
}) {
  return (
    <div className="table-scroll" role="region" aria-label={unitEntries.title} tabIndex={0}>
      <table className="desk-table">
        <TableHead columns={[
          unitEntries.day, unitEntries.receipt, unitEntries.outcome, unitEntries.unit, unitEntries.author, unitEntries.state,
          unitEntries.evidence,
        ]} />
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome.id}>
              <td className="whitespace-nowrap">{formatDate(outcome.happenedOn)}</td>
              <td className="whitespace-nowrap">
                <Link prefetch={false} href={`/desk/review?entry=${outcome.entryId}`} aria-label={unitEntries.open(outcome.receipt)}>{outcome.receipt}</Link>
              </td>
              <td>{nameOf(outcome)}</td>
              <td>{outcome.unitName}</td>
              <td>{outcome.authorName}</td>
              <td>{markOf(outcome.status)}</td>
              <td>{outcome.standing && <EvidenceMark state={outcome.standing} since={outcome.since} now={now} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ kind, serviceName, quantity }: CountedOutcome): string {
  const more = kind === "eventHeld" ? unitEntries.people(formatCount(quantity)) : serviceName;
  return [outcomeNames[kind].short, more].filter(Boolean).join(": ");
}
