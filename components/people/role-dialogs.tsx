"use client";

import { useState, type ReactNode } from "react";
import { Modal } from "@/components/ui/modal";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PeopleWish, PersonPage, PlaceChoices, ShownRole } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { peopleTexts as texts } from "@/lib/text/people";
import { ChangeForm } from "./change-form";
import { DeskField } from "./desk-field";
import { fieldsOfRole, RoleFields, roleOf, type RoleDraft } from "./role-fields";
import { problemAt, useChange } from "./use-change";

type Props = { readonly person: PersonPage; readonly today: LocalDate; readonly onClose: () => void };

export function GrantRole({ person, places, today, onClose }: Props & { readonly places: PlaceChoices }) {
  const { busy, problem, change } = useChange();
  const [draft, setDraft] = useState<RoleDraft>({ role: "volunteer", unitId: "", areaId: "", from: today });
  const wish = { action: "grant", userId: person.id, ...roleOf(draft) } as const;
  return (
    <RoleDialog title={texts.grantTitle(person.name)} action={texts.grant} {...{ busy, problem, change, wish, onClose }}>
      <RoleFields {...{ draft, places, today, problem }} onDraft={setDraft} />
    </RoleDialog>
  );
}

/** One role ends, the same or another begins elsewhere, on the same day. */
export function MoveRole({ person, role, places, today, onClose }: Props & { readonly role: ShownRole; readonly places: PlaceChoices }) {
  const { busy, problem, change } = useChange();
  const [draft, setDraft] = useState<RoleDraft>({ role: role.role, unitId: "", areaId: "", from: today < role.validFrom ? role.validFrom : today });
  const wish = { action: "move", userId: person.id, assignmentId: role.id, ...roleOf(draft) } as const;
  return (
    <RoleDialog title={texts.moveTitle(person.name)} action={texts.move} {...{ busy, problem, change, wish, onClose }}>
      <p className="desk-dense text-ink-2">{texts.moveAbout(roleNames[role.role], role.placeName)}</p>
      <RoleFields {...{ draft, places, today, problem }} onDraft={setDraft} />
      <p className="desk-dense text-ink-2">{texts.movePhone}</p>
    </RoleDialog>
  );
}

export function EndRole({ person, role, today, onClose }: Props & { readonly role: ShownRole }) {
  const { busy, problem, change } = useChange();
  const [on, setOn] = useState<string>(today);
  const wish = { action: "end", userId: person.id, assignmentId: role.id, on } as const;
  return (
    <RoleDialog title={texts.endTitle(roleNames[role.role], role.placeName)} action={texts.end} {...{ busy, problem, change, wish, onClose }}>
      <DeskField label={texts.endDay} hint={texts.endAbout} error={problemAt("on", problem)}>
        {(wiring) => <input type="date" {...wiring} required min={today} value={on} onChange={(event) => setOn(event.target.value)} />}
      </DeskField>
    </RoleDialog>
  );
}

type DialogProps = Pick<ReturnType<typeof useChange>, "busy" | "problem" | "change"> & { readonly title: string; readonly action: string; readonly wish: PeopleWish; readonly onClose: () => void; readonly children: ReactNode };

function RoleDialog({ title, action, busy, problem, change, wish, onClose, children }: DialogProps) {
  const submit = async () => {
    if (await change(wish)) onClose();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <ChangeForm action={action} busy={busy} problem={problem} fields={[...fieldsOfRole, "on"]} onSubmit={submit} onClose={onClose}>{children}</ChangeForm>
    </Modal>
  );
}
