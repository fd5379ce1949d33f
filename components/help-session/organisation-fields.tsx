"use client";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { TextField } from "@/components/ui/field";
import { parseTaxCode } from "@/lib/domain/identity/tax-code";
import type { Refusal } from "@/lib/domain/refusal";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";
import type { DraftSubject } from "./draft";

type Props = { readonly subject: DraftSubject; readonly problems: readonly Refusal[]; readonly onType: (changes: Partial<DraftSubject>) => void };

const text = helpSession.person;

/** An organisation's name and tax code, which is checked as soon as it is left. */
export function OrganisationFields({ subject, problems, onType }: Props) {
  const [left, setLeft] = useState(subject.taxCode !== "");
  const read = parseTaxCode(subject.taxCode);
  const wrong = left && !read.ok && read.error !== "required" ? refusals[read.error] : undefined;
  const leave = () => {
    setLeft(true);
    if (read.ok && read.value !== subject.taxCode) onType({ taxCode: read.value });
  };
  return (
    <>
      <TextField
        label={text.taxCode} data-field="subject.taxCode" value={subject.taxCode} inputMode="numeric" hint={`${text.addressHint}. ${text.taxCodeHint}`}
        error={problemAt(problems, "subject.taxCode") ?? wrong} fine={read.ok ? text.taxCodeFine : undefined}
        onBlur={leave} onChange={(event) => onType({ taxCode: event.target.value })}
      />
      <TextField
        label={text.organisationName} data-field="subject.name" value={subject.name}
        error={problemAt(problems, "subject.name")} onChange={(event) => onType({ name: event.target.value })}
      />
    </>
  );
}
