import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { ApiClient } from "@/lib/protocol/clients";
import { clientTexts } from "@/lib/text/desk-clients";
import { formatCount, momentText } from "@/lib/text/moment";
import { RevokeClient } from "./revoke-client";

/** Who may read, who did, and who may no more. */
export function ClientTable({ clients }: { readonly clients: readonly ApiClient[] }) {
  if (clients.length === 0) return <p className="desk-panel p-4 desk-body text-ink-2">{clientTexts.none}</p>;
  return (
    <TablePanel title={clientTexts.list}>
      <TableHead columns={[
        clientTexts.name, clientTexts.created, clientTexts.lastUsed, { number: clientTexts.recent }, clientTexts.state,
        { unseen: clientTexts.revoke },
      ]} />
      <tbody>
        {clients.map(({ id, name, createdAt, createdBy, lastUsedAt, revokedAt, recentCount }) => (
          <tr key={id} className={revokedAt ? "text-ink-2" : undefined}>
            <th scope="row" className="row-name break-words">{name}</th>
            <td>{clientTexts.createdBy(momentText(createdAt), createdBy)}</td>
            <td>{lastUsedAt ? momentText(lastUsedAt) : clientTexts.neverUsed}</td>
            <td className="num">{formatCount(recentCount)}</td>
            <td>{revokedAt ? clientTexts.revokedAt(momentText(revokedAt)) : clientTexts.active}</td>
            <td className="num">{!revokedAt && <RevokeClient id={id} name={name} />}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
