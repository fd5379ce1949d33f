import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate } from "@/lib/domain/time/local-date";
import type { PersonPage } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { momentText } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";

/** Who did what about this person, newest first. */
export function PersonHistory({ person: { history, hasMoreHistory } }: { readonly person: PersonPage }) {
  return (
    <TablePanel title={texts.historyTitle} none={history.length === 0 && texts.noHistory} below={hasMoreHistory && <p className="panel-note desk-dense">{texts.olderHistory}</p>}>
      <TableHead columns={[texts.when, texts.who, texts.what]} />
      <tbody>
        {history.map(({ id, at, byName, kind, role, placeName, day }) => (
          <tr key={id}>
            <td className="whitespace-nowrap">{momentText(at)}</td>
            <td>{byName}</td>
            <td>{texts.events[kind]}{role && <span className="block text-ink-2">{texts.eventRole(roleNames[role], placeName ?? "", day && formatDate(day))}</span>}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
