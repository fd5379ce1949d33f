"use client";
import { problemAt } from "@/components/phone/form/problem-summary";
import { TextField } from "@/components/ui/field";
import type { Refusal } from "@/lib/domain/refusal";
import { visitText } from "@/lib/text/households";
import type { VisitDraft } from "./visit-draft";

type Props = { readonly draft: VisitDraft; readonly problems: readonly Refusal[]; readonly onChange: (changes: Partial<VisitDraft>) => void };

/** The door of a household that is in no list. Its head is asked once somebody was met and agreed. */
export function NewHouseholdFields({ draft: { household }, problems, onChange }: Props) {
  return (
    <TextField
      label={visitText.address} hint={visitText.addressHint} data-field="household.address" value={household.address}
      error={problemAt(problems, "household.address")} onChange={(event) => onChange({ household: { ...household, address: event.target.value } })}
    />
  );
}

/** Whose household it is: known from the list, or asked at the door. */
export function HeadField({ draft: { household }, problems, onChange }: Props) {
  return (
    <TextField
      label={visitText.head} data-field="household.head" autoCapitalize="words" value={household.head}
      error={problemAt(problems, "household.head")} onChange={(event) => onChange({ household: { ...household, head: event.target.value } })}
    />
  );
}
