"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate } from "@/lib/domain/time/local-date";
import type { WaitingRequest } from "@/lib/protocol/invitations";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { momentText } from "@/lib/text/moment";
import { useChange } from "./use-change";

/** Who asks to join: they work already, and send once they are approved. */
export function RequestTable({ requests }: { readonly requests: readonly WaitingRequest[] }) {
  if (requests.length === 0) return <p className="desk-panel p-4 desk-body text-ink-2">{invitationTexts.requestsNone}</p>;
  return (
    <TablePanel title={invitationTexts.requests}>
      <TableHead columns={[
        invitationTexts.name, invitationTexts.asked, { number: invitationTexts.unsent }, { unseen: invitationTexts.decide },
      ]} />
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </tbody>
    </TablePanel>
  );
}

function RequestRow({ request: { id, name, unitName, askedAt, since, unsent, refused } }: { readonly request: WaitingRequest }) {
  const { busy, problem, change } = useChange();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const refuse = async () => {
    if (await change({ change: "refuse", id, ...(note.trim() ? { note } : {}) })) setAsking(false);
  };
  return (
    <tr>
      <th scope="row" className="row-name break-words">
        {name}
        <span className="block desk-caption text-ink-2">{unitName}</span>
        {refused && <span className="block desk-caption text-ink-2">{invitationTexts.refusedBy(refused.by, momentText(refused.at))}{refused.note && `: ${refused.note}`}</span>}
        {problem && !asking && <span role="alert" className="block desk-caption text-warn">{problem}</span>}
      </th>
      <td>
        {momentText(askedAt)}
        <span className="block desk-caption text-ink-2">{invitationTexts.since(formatDate(since))}</span>
      </td>
      <td className="num">{invitationTexts.unsentCount(unsent)}</td>
      <td className="num">
        <span className="invitation-actions">
          <DenseButton look="main" disabled={busy} aria-label={invitationTexts.approveOf(name)} onClick={() => void change({ change: "approve", id })}>
            {invitationTexts.approve}
          </DenseButton>
          {!refused && <DenseButton disabled={busy} aria-label={invitationTexts.refuseOf(name)} onClick={() => setAsking(true)}>{invitationTexts.refuse}</DenseButton>}
        </span>
        <Dialog
          title={invitationTexts.refuseAsk(name)}
          open={asking}
          onClose={() => setAsking(false)}
          actions={
            <>
              <DenseButton look="bad" disabled={busy} onClick={() => void refuse()}>{busy ? invitationTexts.deciding : invitationTexts.refuse}</DenseButton>
              <DenseButton onClick={() => setAsking(false)}>{invitationTexts.close}</DenseButton>
            </>
          }
        >
          <p className="desk-body">{invitationTexts.refuseConsequence}</p>
          <label className="invitation-note">
            {invitationTexts.note}
            <input type="text" autoComplete="off" maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          </label>
          {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
        </Dialog>
      </td>
    </tr>
  );
}
