import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ListedPerson, PeopleList, PeopleQuery } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { formatCount, momentText } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";
import { listHref, personHref } from "./people-href";
import { PersonStateMark } from "./person-state";

/** A page of people, by given name. */
export function PeopleTable({ list, query }: { readonly list: PeopleList; readonly query: PeopleQuery }) {
  const { people, total, page, hasMore } = list;
  return (
    <TablePanel title={texts.count(formatCount(total))} className="people-table" below={(page > 1 || hasMore) && (
      <nav aria-label={texts.pages} className="people-pages">
        {page > 1 && <Link className="people-link" href={listHref({ ...query, page: page - 1 })}>{texts.previous}</Link>}
        <span className="desk-dense text-ink-2">{texts.page(page)}</span>
        {hasMore && <Link className="people-link" href={listHref({ ...query, page: page + 1 })}>{texts.next}</Link>}
      </nav>
    )}>
      <TableHead columns={[
        texts.name, texts.login, texts.roles, texts.state, { number: texts.phones }, { number: texts.unsent }, texts.lastSeen,
      ]} />
      <tbody>{people.map((person) => <PersonRow key={person.id} person={person} />)}</tbody>
    </TablePanel>
  );
}

function PersonRow({ person: { id, name, login, state, roles, phones, unsent, lastSeenAt } }: { readonly person: ListedPerson }) {
  return (
    <tr>
      <th scope="row" className="row-name"><Link href={personHref(id)}>{name}</Link></th>
      <td>{login}</td>
      <td>
        {roles.map(({ role, placeName, from }) => (
          <span key={`${role} ${placeName} ${from ?? ""}`} className="block">{`${roleNames[role]}, ${placeName}`}{from && <span className="text-ink-2">{` (${texts.from(formatDate(from))})`}</span>}</span>
        ))}
      </td>
      <td><PersonStateMark state={state} /></td>
      <td className="num">{phones === 0 ? <span className="text-ink-2">{texts.noPhone}</span> : phones}</td>
      <td className={`num ${unsent > 0 ? "font-semibold text-warn" : ""}`}>{formatCount(unsent)}</td>
      <td className="whitespace-nowrap">{lastSeenAt ? momentText(lastSeenAt) : <span className="text-ink-2">{texts.never}</span>}</td>
    </tr>
  );
}
