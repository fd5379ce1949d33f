import { problemAt } from "@/components/phone/form/problem-summary";
import { TextField } from "@/components/ui/field";
import type { Refusal } from "@/lib/domain/refusal";
import { helpSession } from "@/lib/text/help-session";
import type { DraftSubject } from "./draft";

type Props = { readonly subject: DraftSubject; readonly problems: readonly Refusal[]; readonly onType: (changes: Partial<DraftSubject>) => void };

const text = helpSession.person;

export function OrganisationFields({ subject, problems, onType }: Props) {
  return (
    <>
      <TextField
        label={text.organisationName} data-field="subject.name" value={subject.name}
        error={problemAt(problems, "subject.name")} onChange={(event) => onType({ name: event.target.value })}
      />
      <TextField
        label={text.taxCode} data-field="subject.taxCode" value={subject.taxCode} inputMode="numeric" hint={text.addressHint}
        error={problemAt(problems, "subject.taxCode")} onChange={(event) => onType({ taxCode: event.target.value })}
      />
    </>
  );
}
