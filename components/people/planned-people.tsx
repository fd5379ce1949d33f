import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { PlannedPerson } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { formatCount } from "@/lib/text/moment";
import { peopleFileTexts as texts } from "@/lib/text/people-file";

/** Person by person what a file would do, before anything is done; of many the first. */
export function PlannedPeople({ title, people, total }: { readonly title: string; readonly people: readonly PlannedPerson[]; readonly total: number }) {
  return (
    <TablePanel title={title} className="people-planned" below={total > people.length && <p className="panel-note desk-dense">{texts.more(formatCount(total - people.length))}</p>}>
      <TableHead columns={[{ number: texts.row }, texts.fields.name, texts.fields.login, texts.what]} />
      <tbody>
        {people.map((person) => (
          <tr key={person.row}>
            <td className="num">{person.row}</td>
            <th scope="row" className="row-name">{person.name}{person.namesakeIn !== undefined && <span className="block text-warn">{texts.namesakeIn(person.namesakeIn)}</span>}</th>
            <td>{person.login ?? <span className="text-ink-2">{texts.autoLogin}</span>}</td>
            <td>{changesOf(person).map((change) => <span key={change} className="block">{change}</span>)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}

function changesOf({ name, nameBefore, memberKind, opens, ends }: PlannedPerson): string[] {
  const [opened, ended] = [opens[0], ends[0]];
  const roles = opens.length === 1 && ends.length === 1 && opened && ended && opened.role === ended.role
    ? [texts.moves(roleNames[opened.role], ended.unitName, opened.unitName)]
    : [...ends.map(({ role, unitName }) => texts.ends(roleNames[role], unitName)), ...opens.map(({ role, unitName }) => texts.opens(roleNames[role], unitName))];
  return [...roles, ...(nameBefore === undefined ? [] : [texts.renamed(nameBefore, name)]), ...(memberKind ? [texts.kind(memberKindNames[memberKind])] : [])];
}
