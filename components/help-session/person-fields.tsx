"use client";
import { Plus, ScanLine, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Button } from "@/components/ui/button";
import { Options } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { formatBirthDate, parseTypedBirthDate, type BirthDate } from "@/lib/domain/identity/birth-date";
import { warnAboutIdentity } from "@/lib/domain/identity/identity-warnings";
import { PersonalNumber } from "@/lib/domain/identity/personal-number";
import type { Refusal } from "@/lib/domain/refusal";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { warnings } from "@/lib/text/warnings";
import type { DraftSubject } from "./draft";
import { MaskedNumberField } from "./masked-number-field";

type Props = {
  /** Name and phone come first, and are all that is asked at first. */
  readonly remote: boolean;
  readonly subject: DraftSubject;
  readonly problems: readonly Refusal[];
  readonly phone: Phone;
  readonly onType: (changes: Partial<DraftSubject>) => void;
};

const text = helpSession.person;
const cardFields = ["personalNumber", "birth", "sex", "address"].map((field) => `subject.${field}`);

/** A citizen's fields; those the card filled say so. */
export function PersonFields({ remote, subject, problems, phone, onType }: Props) {
  const [open, setOpen] = useState(false);
  const { personalNumber, birth: typedBirth, sex, address } = subject;
  const all = !remote || open || [personalNumber, typedBirth, sex, address].some((typed) => typed !== "") || problems.some(({ field }) => cardFields.includes(field ?? ""));
  const at = (field: string) => problemAt(problems, `subject.${field}`);
  const mark = (field: DraftSubject["scanned"][number]) => subject.scanned.includes(field) && <FromCard />;
  const birth = parseTypedBirthDate(subject.birth, localDateOf(phone.now()));
  const written = birth.ok ? formatBirthDate(birth.value) : undefined;
  const asked = warningsOf(subject, birth.ok ? birth.value : undefined);
  const callBack = (
    <TextField
      label={text.phone} data-field="subject.phone" type="tel" inputMode="tel" value={subject.phone} hint={text.phoneHint}
      error={at("phone")} onChange={(event) => onType({ phone: event.target.value })}
    />
  );
  return (
    <>
      <TextField
        label={text.name} data-field="subject.name" value={subject.name} autoCapitalize="words" mark={mark("name")}
        error={at("name")} onChange={(event) => onType({ name: event.target.value })}
      />
      {remote && callBack}
      {all ? (
        <>
          <MaskedNumberField
            label={text.personalNumber} data-field="subject.personalNumber" value={subject.personalNumber} mark={mark("personalNumber")}
            error={at("personalNumber")} warning={asked.personalNumber} onChange={(personalNumber) => onType({ personalNumber })}
          />
          <TextField
            label={text.birth} data-field="subject.birth" value={subject.birth} inputMode="numeric" hint={text.birthHint} mark={mark("birth")}
            error={at("birth")} warning={asked.birth} onChange={(event) => onType({ birth: event.target.value })}
            onBlur={() => written !== undefined && written !== subject.birth && onType({ birth: written })}
          />
          <div data-field="subject.sex">
            <Options
              legend={text.sex} name="sex" value={subject.sex || undefined} error={at("sex")}
              options={[{ value: "male", label: text.male }, { value: "female", label: text.female }]}
              onChange={(sex) => onType({ sex })}
            />
            {asked.sex && (
              <p role="status" className="mt-1.5 flex gap-1.5 text-small text-warn">
                <TriangleAlert aria-hidden size={18} className="mt-px flex-none" />
                {asked.sex}
              </p>
            )}
          </div>
          <TextField
            label={text.address} data-field="subject.address" value={subject.address} hint={text.addressHint} mark={mark("address")}
            error={at("address")} onChange={(event) => onType({ address: event.target.value })}
          />
        </>
      ) : (
        <Button look="quiet" icon={Plus} className="justify-self-start" onClick={() => setOpen(true)}>
          {text.moreFields}
        </Button>
      )}
      {!remote && callBack}
    </>
  );
}

function FromCard() {
  return (
    <span className="inline-flex items-center gap-1 text-caption font-medium text-ok">
      <ScanLine aria-hidden size={16} />
      {text.fromCard}
    </span>
  );
}

/** Asked at once, while the citizen is still there; nothing is held up by it. */
function warningsOf(subject: DraftSubject, birth: BirthDate | undefined): Partial<Record<string, string>> {
  const number = PersonalNumber.safeParse(subject.personalNumber);
  const found = warnAboutIdentity({
    ...(number.success ? { personalNumber: number.data } : {}),
    ...(birth ? { birth } : {}),
    ...(subject.sex ? { sex: subject.sex } : {}),
  });
  return Object.fromEntries(found.map(({ code, field }) => [field, warnings[code]]));
}
