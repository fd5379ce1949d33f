"use client";
import { useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { InvitedRole } from "@/lib/domain/invitation/invitation";
import type { ShownInvitation } from "@/lib/protocol/invitations";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { InvitationDialog } from "./invitation-dialog";
import { useChange } from "./use-change";

export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly InvitedRole[];
  /** Hangs somewhere, and is good. */
  readonly hasPoster: boolean;
};

/** Invites one person, and shows the code at once. */
export function NewInvitation({ units }: { readonly units: readonly Unit[] }) {
  const { busy, problem, change } = useChange();
  const [unitId, setUnitId] = useState(units[0]?.id ?? "");
  const [role, setRole] = useState<InvitedRole>("volunteer");
  const [made, setMade] = useState<ShownInvitation>();
  const [open, setOpen] = useState(false);
  const roles = units.find(({ id }) => id === unitId)?.roles ?? [];
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const changed = await change({ change: "make", id: crypto.randomUUID(), unitId, role: roles.includes(role) ? role : "volunteer" });
    if (!changed?.invitation) return;
    setMade(changed.invitation);
    setOpen(true);
  };
  return (
    <section className="desk-panel invitation-new">
      <h2 className="desk-head">{invitationTexts.add}</h2>
      <form onSubmit={(event) => void make(event)}>
        <label htmlFor="invitation-unit">{invitationTexts.unit}</label>
        <select id="invitation-unit" value={unitId} onChange={({ target }) => setUnitId(target.value)}>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>{name}</option>
          ))}
        </select>
        {roles.length > 1 && (
          <>
            <label htmlFor="invitation-role">{invitationTexts.role}</label>
            <select id="invitation-role" value={role} onChange={({ target }) => setRole(target.value as InvitedRole)}>
              {roles.map((each) => (
                <option key={each} value={each}>{invitationTexts.roles[each]}</option>
              ))}
            </select>
          </>
        )}
        {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
        <DenseButton type="submit" look="main" disabled={busy}>{busy ? invitationTexts.making : invitationTexts.make}</DenseButton>
      </form>
      {made && <InvitationDialog invitation={made} open={open} onClose={() => setOpen(false)} />}
    </section>
  );
}
