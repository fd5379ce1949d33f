"use client";
import { QrCode } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Options } from "@/components/ui/choice";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { isRemotePerson, withSubjectKind, withTyped, type DraftSubject } from "./draft";
import type { LastUsed } from "./last-used";
import { OrganisationFields } from "./organisation-fields";
import { PersonFields } from "./person-fields";
import type { RecordForm } from "./use-record-form";

type Props = { readonly form: RecordForm; readonly phone: Phone; readonly lastUsed: LastUsed; readonly onScan: () => void };

const text = helpSession.person;

/** Who is helped, once a card, a hand or a telephone call says so. */
export function PersonDetails({ form, phone, lastUsed, onScan }: Props) {
  const { subject } = form.draft;
  const type = (changes: Partial<DraftSubject>) => form.change({ subject: withTyped(subject, changes) });
  const scanned = subject.scanned.length > 0;
  const remote = isRemotePerson(form.draft);
  return (
    <>
      {scanned && form.draft.entryId === undefined && (
        <p role="status" className="font-medium text-ok">
          {text.scanned}
        </p>
      )}
      {remote && (
        <div className="flex flex-wrap items-center gap-x-3 text-ink-2">
          <p>{text.remoteHint}</p>
          <Button look="quiet" className="-ml-3" onClick={() => form.change({ place: lastUsed.place ?? { kind: "counter", name: "" } })}>
            {text.notRemote}
          </Button>
        </div>
      )}
      <Card className="grid gap-4 p-4">
        {subject.kind === "person" ? (
          <PersonFields remote={remote} subject={subject} problems={form.problems} phone={phone} onType={type} />
        ) : (
          <OrganisationFields subject={subject} problems={form.problems} onType={type} />
        )}
      </Card>
      <Options
        legend={text.kind}
        name="subject-kind"
        value={subject.kind}
        options={[
          { value: "person", label: text.citizen },
          { value: "organisation", label: text.organisation },
        ]}
        onChange={(kind) => form.change(withSubjectKind(form.draft, kind))}
      />
      {subject.kind === "person" && !remote && (
        <Button look="second" icon={QrCode} onClick={onScan}>
          {scanned ? text.scanAgain : text.scan}
        </Button>
      )}
    </>
  );
}
