"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { shownInvitationCode } from "@/lib/domain/invitation/invitation-code";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ListedInvitation } from "@/lib/protocol/invitations";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { momentText } from "@/lib/text/moment";
import { InvitationDialog } from "./invitation-dialog";
import { useChange } from "./use-change";

/** What was made, and what became of it. */
export function InvitationTable({ invitations }: { readonly invitations: readonly ListedInvitation[] }) {
  const { busy, problem, change } = useChange();
  const [shown, setShown] = useState<ListedInvitation>();
  if (invitations.length === 0) return <p className="desk-panel p-4 desk-body text-ink-2">{invitationTexts.none}</p>;
  return (
    <>
      <TablePanel title={invitationTexts.list} above={problem && <p role="alert" className="px-4 pb-2 desk-dense text-warn">{problem}</p>}>
        <TableHead columns={[
          invitationTexts.unit, invitationTexts.made, invitationTexts.through, invitationTexts.state,
          { unseen: invitationTexts.show },
        ]} />
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id} className={invitation.standing === "open" ? undefined : "text-ink-2"}>
              <th scope="row" className="row-name break-words">
                {invitation.unitName}
                <span className="block desk-caption text-ink-2">{roleOf(invitation)}</span>
              </th>
              <td>
                {momentText(invitation.madeAt)}
                <span className="block desk-caption text-ink-2">{invitation.madeBy}</span>
              </td>
              <td>{formatDate(invitation.through)}</td>
              <td>{standingOf(invitation)}</td>
              <td className="num">
                {invitation.standing === "open" && (
                  <span className="invitation-actions">
                    <DenseButton aria-label={invitationTexts.showOf(shownInvitationCode(invitation.code))} onClick={() => setShown(invitation)}>{invitationTexts.show}</DenseButton>
                    <DenseButton
                      look="bad" disabled={busy} aria-label={invitationTexts.revokeOf(shownInvitationCode(invitation.code))}
                      onClick={() => void change({ change: "revoke", id: invitation.id })}
                    >
                      {invitationTexts.revoke}
                    </DenseButton>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TablePanel>
      {shown && <InvitationDialog invitation={shown} open onClose={() => setShown(undefined)} />}
    </>
  );
}

function roleOf({ role, kind, forName }: ListedInvitation): string {
  if (forName) return invitationTexts.bringsBack(forName);
  return kind === "pool" ? `${invitationTexts.roles[role]}, ${invitationTexts.fromPhone}` : invitationTexts.roles[role];
}

function standingOf({ standing, usedBy, usedAt }: ListedInvitation): string {
  return usedBy && usedAt ? invitationTexts.usedBy(usedBy, momentText(usedAt)) : invitationTexts.standing[standing];
}
