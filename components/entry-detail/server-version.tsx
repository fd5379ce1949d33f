import { OutcomeList } from "@/components/phone/outcome-list";
import { Card } from "@/components/ui/card";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import type { Briefing } from "@/lib/protocol/briefing";
import { entryDetail } from "@/lib/text/entry-detail";
import { reviewStates } from "@/lib/text/states";
import { EntryFacts } from "./entry-facts";

type Props = { readonly detail: EntryDetail; readonly briefing: Briefing; readonly now: string };

/** The other side of a conflict, so that its author sees what there is to choose from. */
export function ServerVersion({ detail: { serverContent, serverStatus, outcomes, summary }, briefing, now }: Props) {
  if (!serverStatus) return null;
  return (
    <section aria-labelledby="server-version">
      <h3 id="server-version" className="mb-1.5 text-small font-semibold text-ink-2">
        {entryDetail.serverVersion}
      </h3>
      <Card className="grid gap-3 px-4 py-3.5">
        <p className="font-semibold">{reviewStates[serverStatus].full}</p>
        {serverContent ? (
          <>
            <OutcomeList outcomes={serverContent.outcomes} states={outcomes} status={serverStatus} now={now} briefing={briefing} />
            <EntryFacts content={serverContent} receipt={summary.receipt} />
          </>
        ) : (
          <p className="text-ink-2">{entryDetail.noServerContent}</p>
        )}
      </Card>
    </section>
  );
}
