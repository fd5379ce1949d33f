"use client";

import { UserPlus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { newId } from "@/lib/phone/device/desk-device";
import type { PlaceChoices } from "@/lib/protocol/people";
import { peopleTexts as texts } from "@/lib/text/people";
import { ChangeForm } from "./change-form";
import { DeskField } from "./desk-field";
import { personHref } from "./people-href";
import { fieldsOfRole, RoleFields, roleOf, type RoleDraft } from "./role-fields";
import { problemAt, useChange } from "./use-change";
import { WhoFields, type Who } from "./who-fields";

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
  const [who, setWho] = useState<Who>({ name: "", memberKind: "volunteer" });
  const [login, setLogin] = useState("");
  const [draft, setDraft] = useState<RoleDraft>({ role: "volunteer", unitId: unitId ?? (places.units.length === 1 ? places.units[0]!.id : ""), areaId: "", from: today });
  const [added, setAdded] = useState<Added>();

  const add = async () => {
    const done = await change({ action: "create", userId, ...who, ...(login.trim() ? { login } : {}), ...roleOf(draft) });
    if (done?.login) setAdded({ id: userId, name: who.name, login: done.login });
  };
  const again = () => {
    setPersonId(newId());
    setWho({ ...who, name: "" });
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
    <ChangeForm action={texts.add} busy={busy} problem={problem} fields={["name", "login", ...fieldsOfRole]} onSubmit={add} onClose={onClose}>
      <p className="desk-dense text-ink-2">{texts.addAbout}</p>
      <WhoFields who={who} problem={problem} onWho={setWho} />
      <RoleFields draft={draft} places={places} today={today} problem={problem} onDraft={setDraft} />
      <DeskField label={texts.login} hint={texts.loginHint} error={problemAt("login", problem)}>
        {(wiring) => <input type="text" {...wiring} autoComplete="off" autoCapitalize="none" spellCheck={false} pattern="[A-Za-z0-9]+([._\-][A-Za-z0-9]+)*" minLength={3} maxLength={40} value={login} onChange={(event) => setLogin(event.target.value)} />}
      </DeskField>
    </ChangeForm>
  );
}
