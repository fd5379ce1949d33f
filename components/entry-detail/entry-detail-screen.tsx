"use client";
import { useSearchParams } from "next/navigation";
import { AskLeader } from "@/components/phone/ask-leader";
import { AskedNote } from "@/components/phone/asked-note";
import { AttentionNote } from "@/components/phone/attention-note";
import { AttentionProof } from "@/components/phone/attention-proof";
import { BackButton } from "@/components/phone/back-button";
import { EntryMark } from "@/components/phone/entry-mark";
import { DecisionSeen } from "@/components/phone/decision-seen";
import { nameOfEntry } from "@/components/phone/entry-name";
import { EntryRoad } from "@/components/phone/entry-road";
import { OutcomeList } from "@/components/phone/outcome-list";
import { withPhone } from "@/components/phone/phone-gate";
import { ProposedCodes } from "@/components/phone/proposed-codes";
import { repairLink } from "@/components/phone/repair-link";
import { ReviewWords } from "@/components/phone/review-words";
import { useEntry } from "@/components/phone/use-entry";
import { WithdrawButton } from "@/components/phone/withdraw-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyScreen } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { consentWithdrawal } from "@/lib/text/consent-withdrawal";
import { entryDetail } from "@/lib/text/entry-detail";
import { entryKindFacts } from "@/lib/text/entry-kinds";
import { momentText } from "@/lib/text/moment";
import { reviewStates } from "@/lib/text/states";
import { BareOutcomes } from "./bare-outcomes";
import { EntryFacts } from "./entry-facts";
import { ServerVersion } from "./server-version";
import { WithdrawConsent } from "./withdraw-consent";

/** What happened to this one. */
export const EntryDetailScreen = withPhone(Detail);

function Detail({ phone }: { readonly phone: Phone }) {
  const id = useSearchParams().get("id") ?? "";
  const detail = useEntry(phone, id);
  if (detail === undefined) return <main className="min-h-dvh" aria-busy="true" />;
  if (detail === null) {
    return <EmptyScreen title={entryDetail.missing} action={<LinkButton href="/">{entryDetail.home}</LinkButton>} />;
  }
  const { summary, content, review } = detail;
  const { briefing } = phone.person.getSnapshot();
  const inConflict = summary.attention?.kind === "conflict";
  const { href, label } = repairLink(summary);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={entryDetail.title} back={<BackButton label={appShell.back} fallback="/entries" />} />
      <main className="grid grid-cols-1 gap-4 px-4 pt-3 pb-6">
        <div>
          <h2 className="text-title">{nameOfEntry(summary)}</h2>
          <p className="mt-1 flex flex-wrap items-center justify-between gap-x-4 text-small text-ink-2">
            {momentText(summary.happenedAt)}
            <EntryMark entry={summary} />
          </p>
        </div>
        {summary.attention && <AttentionNote attention={summary.attention} />}
        <AttentionProof detail={detail} />
        <ProposedCodes phone={phone} detail={detail} />
        <AskedNote detail={detail} />
        <DecisionSeen phone={phone} entry={summary} />
        {review && review.action !== "return" && review.action !== "answer" && summary.attention?.kind !== "decidedAgainst" && (
          <div className="rounded-card bg-sunken px-3.5 py-2.5 sunlight:border-2">
            <p className="font-semibold">{reviewStates[summary.status].full}</p>
            <ReviewWords review={review} />
          </div>
        )}
        <Section title={entryDetail.road}>
          <EntryRoad detail={detail} />
        </Section>
        {content ? (
          <>
            {content.outcomes.length > 0 && (
              <Section title={content.kind === "helpSession" ? entryDetail.outcomes : entryKindFacts.result}>
                <OutcomeList outcomes={content.outcomes} states={detail.outcomes} status={summary.status} now={phone.now()} briefing={briefing} />
              </Section>
            )}
            <Section title={entryDetail.facts}>
              <EntryFacts content={content} receipt={summary.receipt} />
            </Section>
          </>
        ) : (
          <>
            {!detail.erased && detail.outcomes.length > 0 && (
              <Section title={entryKindFacts.result}>
                <BareOutcomes detail={detail} now={phone.now()} />
              </Section>
            )}
            <p className="text-ink-2">{detail.erased ? consentWithdrawal.done : entryDetail.noContent}</p>
          </>
        )}
        {inConflict && <ServerVersion detail={detail} briefing={briefing} now={phone.now()} />}
        {detail.mayAnswer && (
          <div className="justify-self-start">
            <AskLeader phone={phone} entryId={id} />
          </div>
        )}
        {detail.mayWithdraw && (
          <div className="justify-self-start">
            <WithdrawButton phone={phone} entryId={id} />
          </div>
        )}
        {detail.mayWithdrawConsent && <WithdrawConsent phone={phone} entryId={id} />}
        {!detail.mayAmend && !detail.mayWithdraw && !detail.erased && <p className="text-small text-ink-2">{entryDetail.locked}</p>}
      </main>
      {(detail.mayAmend || inConflict) && (
        <Dock>
          {inConflict && (
            <Button look="second" onClick={() => void phone.keepServerVersion(id)}>
              {entryDetail.keepServer}
            </Button>
          )}
          {detail.mayAmend && (
            <LinkButton href={href} look="main" className="flex-1">{label}</LinkButton>
          )}
        </Dock>
      )}
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-small font-semibold text-ink-2">{title}</h3>
      <Card className="px-4 py-3.5">{children}</Card>
    </section>
  );
}
