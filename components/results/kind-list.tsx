import type { ReactNode } from "react";
import { outcomeIcons } from "@/components/phone/outcome-icons";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/lib/text/moment";
import { entryKindNames, outcomeNames } from "@/lib/text/outcomes";
import { resultsText } from "@/lib/text/results";
import type { Results } from "./count-results";

/** What the number is made of: by what was done, and by kind of entry. */
export function KindList({ results: { byOutcome, byKind, byIndicator } }: { readonly results: Results }) {
  if (byKind.length === 0) return null;
  const people = byIndicator.informed_members?.recorded ?? 0;
  return (
    <>
      {byOutcome.length > 0 && (
        <Section title={resultsText.byOutcome}>
          {byOutcome.map(({ outcome, recorded }) => {
            const Icon = outcomeIcons[outcome];
            const note = outcome === "eventHeld" && people > 0 ? resultsText.attendance(people) : undefined;
            return <Row key={outcome} icon={<Icon aria-hidden size={24} className="flex-none text-ink-2" />} name={outcomeNames[outcome].full} note={note} count={recorded} />;
          })}
        </Section>
      )}
      <Section title={resultsText.byKind}>
        {byKind.map(({ kind, count }) => (
          <Row key={kind} name={entryKindNames[kind]} count={count} />
        ))}
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 text-small font-semibold text-ink-2">{title}</h2>
      <Card className="px-4">
        <dl className="divide-y divide-line">{children}</dl>
      </Card>
    </section>
  );
}

function Row({ icon, name, note, count }: { readonly icon?: ReactNode; readonly name: string; readonly note?: string | undefined; readonly count: number }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-3 py-2">
      {icon}
      <dt className="min-w-0 flex-1 basis-28 font-medium">
        {name}
        {note && <span className="block text-small font-normal text-ink-2">{note}</span>}
      </dt>
      <dd className="ml-auto text-head font-bold tabular-nums">{formatCount(count)}</dd>
    </div>
  );
}
