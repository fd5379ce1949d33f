"use client";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate } from "@/lib/domain/time/local-date";
import type { WaitingRequest } from "@/lib/protocol/invitations";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { momentText } from "@/lib/text/moment";
import { RefuseDialog } from "./refuse-dialog";
import { useChange } from "./use-change";

/** Who asks to join: they work already, and send once they are approved. Whom nobody knows is refused many at once. */
export function RequestTable({ requests }: { readonly requests: readonly WaitingRequest[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refusing, setRefusing] = useState(false);
  if (requests.length === 0) return <p className="desk-panel p-4 desk-body text-ink-2">{invitationTexts.requestsNone}</p>;
  const waiting = requests.filter(({ refused }) => !refused).map(({ id }) => id);
  // Somebody else may have decided about some since.
  const ids = waiting.filter((id) => chosen.has(id));
  const choose = (id: string) => setChosen(chosen.has(id) ? new Set([...chosen].filter((other) => other !== id)) : new Set([...chosen, id]));
  return (
    <TablePanel
      title={invitationTexts.requests}
      aside={waiting.length > 1 && (
        <span className="invitation-actions">
          <label className="invitation-choose">
            <input type="checkbox" checked={ids.length === waiting.length} onChange={() => setChosen(new Set(ids.length === waiting.length ? [] : waiting))} />
            {invitationTexts.chooseAll}
          </label>
          <DenseButton disabled={ids.length === 0} onClick={() => setRefusing(true)}>{invitationTexts.refuseMany(ids.length)}</DenseButton>
        </span>
      )}
      below={<RefuseDialog title={invitationTexts.refuseManyAsk(ids.length)} ids={ids} open={refusing} onClose={() => setRefusing(false)} />}
    >
      <TableHead columns={[
        invitationTexts.name, invitationTexts.asked, { number: invitationTexts.unsent }, { unseen: invitationTexts.decide },
      ]} />
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} onChoose={waiting.length > 1 && !request.refused ? () => choose(request.id) : undefined} isChosen={chosen.has(request.id)} />
        ))}
      </tbody>
    </TablePanel>
  );
}

type RowProps = { readonly request: WaitingRequest; readonly isChosen: boolean; readonly onChoose: (() => void) | undefined };

function RequestRow({ request: { id, name, unitName, askedAt, since, unsent, refused }, isChosen, onChoose }: RowProps) {
  const { busy, problem, change } = useChange();
  const [asking, setAsking] = useState(false);
  return (
    <tr>
      <th scope="row" className="row-name break-words">
        {onChoose ? <label className="invitation-choose"><input type="checkbox" checked={isChosen} onChange={onChoose} />{name}</label> : name}
        <span className="block desk-caption text-ink-2">{unitName}</span>
        {refused && <span className="block desk-caption text-ink-2">{invitationTexts.refusedBy(refused.by, momentText(refused.at))}{refused.note && `: ${refused.note}`}</span>}
        {problem && <span role="alert" className="block desk-caption text-warn">{problem}</span>}
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
        <RefuseDialog title={invitationTexts.refuseAsk(name)} ids={[id]} open={asking} onClose={() => setAsking(false)} />
      </td>
    </tr>
  );
}
