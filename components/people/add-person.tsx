"use client";

import { UserPlus } from "lucide-react";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import { memberKinds, type MemberKind } from "@/lib/domain/shift/member-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { newId } from "@/lib/phone/device/desk-device";
import type { PlaceChoices } from "@/lib/protocol/people";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { peopleTexts as texts } from "@/lib/text/people";
import { DeskField } from "./desk-field";
import { personHref } from "./people-href";
import { RoleFields, roleOf, type RoleDraft } from "./role-fields";
import { sentenceOf, useChange } from "./use-change";

type Props = { readonly places: PlaceChoices; readonly today: LocalDate; readonly unitId: string | undefined };
type Added = { readonly id: string; readonly name: string; readonly login: string };

/** Somebody new, one by one: a name and a first role. */
export function AddPerson(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <DenseButton look="main" onClick={() => setOpen(true)}><UserPlus aria-hidden size={16} />{texts.add}</DenseButton>
      {open && <Modal title={texts.addTitle} onClose={() => setOpen(false)}><AddForm {...props} onClose={() => setOpen(false)} /></Modal>}
    </>
  );
}

function AddForm({ places, today, unitId, onClose }: Props & { readonly onClose: () => void }) {
  const { busy, problem, change } = useChange();
  const [userId, setPersonId] = useState(newId);
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [memberKind, setMemberKind] = useState<MemberKind>("volunteer");
  const [draft, setDraft] = useState<RoleDraft>({ role: "volunteer", unitId: unitId ?? (places.units.length === 1 ? places.units[0]!.id : ""), areaId: "", from: today });
  const [added, setAdded] = useState<Added>();
  const errorOf = (field: string) => (problem?.field === field ? sentenceOf(problem) : undefined);
  const isAtField = ["name", "login", "role", "unitId", "areaId", "from"].includes(problem?.field ?? "");

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const done = await change({ action: "create", userId, name, memberKind, ...(login.trim() ? { login } : {}), ...roleOf(draft) });
    if (done?.login) setAdded({ id: userId, name, login: done.login });
  };
  const again = () => {
    setPersonId(newId());
    setName("");
    setLogin("");
    setAdded(undefined);
  };
  if (added) {
    return (
      <div className="people-form">
        <p role="status" className="desk-body">{texts.addDone(added.name, added.login)}</p>
        <div className="people-actions">
          <Link className="people-link" href={personHref(added.id)}>{texts.openPerson}</Link>
          <DenseButton onClick={again}>{texts.addAnother}</DenseButton>
          <DenseButton onClick={onClose}>{texts.cancel}</DenseButton>
        </div>
      </div>
    );
  }
  return (
    <form className="people-form" onSubmit={(event) => void add(event)}>
      <p className="desk-dense text-ink-2">{texts.addAbout}</p>
      <DeskField label={texts.name} error={errorOf("name")}>
        {(wiring) => <input type="text" {...wiring} required autoFocus autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
      </DeskField>
      <DeskField label={texts.memberKind}>
        {(wiring) => (
          <select {...wiring} value={memberKind} onChange={(event) => setMemberKind(event.target.value as MemberKind)}>
            {memberKinds.map((kind) => <option key={kind} value={kind}>{memberKindNames[kind]}</option>)}
          </select>
        )}
      </DeskField>
      <RoleFields draft={draft} places={places} today={today} problem={problem} onDraft={setDraft} />
      <DeskField label={texts.login} hint={texts.loginHint} error={errorOf("login")}>
        {(wiring) => <input type="text" {...wiring} autoComplete="off" autoCapitalize="none" spellCheck={false} pattern="[A-Za-z0-9]+([._\-][A-Za-z0-9]+)*" minLength={3} maxLength={40} value={login} onChange={(event) => setLogin(event.target.value)} />}
      </DeskField>
      {problem && !isAtField && <p role="alert" className="desk-dense text-warn">{sentenceOf(problem)}</p>}
      <div className="people-actions">
        <DenseButton type="submit" look="main" disabled={busy}>{busy ? texts.saving : texts.add}</DenseButton>
        <DenseButton disabled={busy} onClick={onClose}>{texts.cancel}</DenseButton>
      </div>
    </form>
  );
}
