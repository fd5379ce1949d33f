"use client";
import { HandHelping } from "lucide-react";
import { useMemo, useRef } from "react";
import { BackButton } from "@/components/phone/back-button";
import { DiscardButton } from "@/components/phone/form/discard-button";
import { DraftMark } from "@/components/phone/form/draft-mark";
import { LeaderNote } from "@/components/phone/form/leader-note";
import { NotKept } from "@/components/phone/form/not-kept";
import { ProblemSummary, problemAt } from "@/components/phone/form/problem-summary";
import { useEntryForm } from "@/components/phone/form/use-entry-form";
import { useGoal } from "@/components/phone/form/use-goal";
import { useKeyboardInset } from "@/components/phone/form/use-keyboard-inset";
import { Button } from "@/components/ui/button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { nextDoor } from "@/lib/domain/household/progress";
import { findDoubles, indexHouseholds } from "@/lib/domain/household/search";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { form as formText } from "@/lib/text/form";
import { visitText } from "@/lib/text/households";
import { hamletHref, visitHref } from "./addresses";
import { ComeBackFields } from "./come-back-fields";
import { DoorHead } from "./door-head";
import { DoublesNote } from "./doubles-note";
import { doorOf } from "./household-name";
import { withDoor } from "./with-door";
import { InformedFields } from "./informed-fields";
import type { LoadedVisit } from "./load-visit";
import { NewHouseholdFields } from "./new-household-fields";
import { movePlace, tellSaved } from "./place-memory";
import { PlaceTimeFields } from "./place-time-fields";
import { ResultTiles } from "./result-tiles";
import { SavedNote } from "./saved-note";
import { isUntouchedVisit, visitOfDraft, withResult, type VisitDraft } from "./visit-draft";

type Props = { readonly phone: Phone; readonly loaded: LoadedVisit; readonly field: string | null };

/** Whose door it is, what came of it, and only what that asks for; then the next door. */
export function VisitForm({ phone, loaded, field }: Props) {
  const { place, known, neighbours } = loaded;
  const main = useRef<HTMLElement>(null);
  const helping = useRef(false);
  const { consentNotice } = phone.person.getSnapshot().briefing;
  const doublesOf = useDoubles(loaded);
  const nextOf = ({ household }: VisitDraft) =>
    place && nextDoor(withDoor(neighbours, household), household.id, { since: place.campaign.from, today: localDateOf(phone.now()) });
  const form = useEntryForm(phone, loaded, field, {
    isUntouched: isUntouchedVisit,
    contentOf: (draft) => visitOfDraft(draft, { now: phone.now(), noticeVersion: consentNotice.version, mayBeDouble: doublesOf(draft).mayBeDouble }),
    onSaved: ({ household }) => {
      if (!place) return; // its receipt says it
      tellSaved(doorOf(household));
      movePlace(place.campaign.id, place.hamlet.id, household.id);
    },
    addressAfter: (entryId, saved) => {
      const next = nextOf(saved);
      if (helping.current) return `/record?${new URLSearchParams({ household: loaded.draft.household.id, visit: entryId })}`;
      if (saved.entryId !== undefined || !place) return `/saved?id=${entryId}`;
      return next ? visitHref(place.campaign.id, next.id) : hamletHref(place.campaign.id, place.hamlet.id);
    },
    ...(loaded.draft.entryId ? {} : { addressGivenUp: place ? hamletHref(place.campaign.id, place.hamlet.id) : "/areas" }),
  });
  const { draft, problems, change, phase, amending } = form;
  const next = nextOf(draft);
  useGoal(main, 0, form.goal, field);
  useKeyboardInset();
  const { doubles, mayBeDouble } = doublesOf(draft);
  const informed = draft.result === "informed";
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    helping.current = false;
    form.save();
  };
  const helpNow = () => {
    helping.current = true;
    form.save();
  };

  return (
    <form noValidate onSubmit={submit} className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar
        title={amending ? visitText.amendTitle : draft.household.isNew ? visitText.newTitle : visitText.title}
        back={<BackButton label={appShell.back} fallback={place ? hamletHref(place.campaign.id, place.hamlet.id) : "/areas"} />}
      >
        <DraftMark kept={form.draftKept} />
      </TopBar>
      <main ref={main} className="[&_[data-returned]]:rounded-field [&_[data-returned]]:ring-4 [&_[data-returned]]:ring-warn-line">
        <DoorHead draft={draft} known={known} place={place} neighbours={neighbours} />
        <div className="grid grid-cols-1 gap-4 px-4 pt-3.5 pb-6">
          {!form.amending && <SavedNote />}
          {loaded.review && <LeaderNote review={loaded.review} />}
          <ProblemSummary problems={problems} onSeek={form.seek} />
          {draft.household.isNew && <NewHouseholdFields draft={draft} problems={problems} onChange={change} />}
          <ResultTiles value={draft.result} error={problemAt(problems, "result") && visitText.resultMissing} onChange={(result) => change((before) => withResult(before, result, phone.now()))} />
          {informed && <InformedFields phone={phone} draft={draft} problems={problems} onChange={change} />}
          {draft.result === "absent" && <ComeBackFields now={phone.now()} value={draft.comeBackOn} error={problemAt(problems, "comeBackOn")} onChange={(comeBackOn) => change({ comeBackOn })} />}
          {mayBeDouble && (
            <DoublesNote
              doubles={doubles} informedOn={doubles.length === 0 ? known?.lastVisitOn : undefined} campaign={place?.campaign.id} value={draft.duplicateReason}
              error={problemAt(problems, "duplicateReason")} onChange={(duplicateReason) => change({ duplicateReason })}
            />
          )}
          {(amending || draft.result !== "") && <PlaceTimeFields draft={draft} now={phone.now()} goal={form.goal?.field} problems={problems} onChange={change} />}
          {informed && !amending && (
            <Button look="second" icon={HandHelping} onClick={helpNow}>
              {visitText.helpNow}
            </Button>
          )}
          {!form.untouched && <DiscardButton amending={amending} onDiscard={form.discard} />}
          <NotKept phase={phase} />
        </div>
      </main>
      <Dock>
        <Button type="submit" className="flex-1" busyLabel={phase === "saving" ? formText.saving : undefined}>
          {next && !amending ? visitText.saveAndNext : formText.save}
        </Button>
        {!amending && place && <p className="w-full text-center text-small text-ink-2">{next ? visitText.next(doorOf(next)) : visitText.noNext}</p>}
      </Dock>
    </form>
  );
}

/** Who else in the hamlet this household may be: a new one with its like, a known one that was met before. */
function useDoubles({ neighbours, known, draft: { entryId } }: LoadedVisit) {
  const index = useMemo(() => indexHouseholds(neighbours), [neighbours]);
  return ({ household, result }: VisitDraft) => {
    const doubles = household.isNew ? findDoubles(index, household) : [];
    const metBefore = entryId === undefined && result === "informed" && known?.lastResult === "informed";
    return { doubles, mayBeDouble: doubles.length > 0 || metBefore };
  };
}
