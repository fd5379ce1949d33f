"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { addDays, formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { PersonPage, PlaceChoices, ShownRole } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { peopleTexts as texts } from "@/lib/text/people";
import { EndRole, GrantRole, MoveRole } from "./role-dialogs";

type Props = { readonly person: PersonPage; readonly places: PlaceChoices; readonly today: LocalDate; readonly isSelf: boolean };
type Asked = { readonly kind: "grant" } | { readonly kind: "move" | "end"; readonly role: ShownRole };

/** All that somebody held, holds and will hold: nothing is overwritten, roles end and others begin. */
export function PersonRoles({ person, places, today, isSelf }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const mayGrant = !isSelf && person.state !== "disabled" && places.units.some(({ roles }) => roles.length > 0);
  return (
    <>
      <TablePanel title={texts.rolesTitle} className="people-roles" aside={mayGrant && <DenseButton look="bare" className="ml-auto" onClick={() => setAsked({ kind: "grant" })}><Plus aria-hidden size={16} />{texts.grant}</DenseButton>}
        none={person.roles.length === 0 && texts.noRoles}>
        <TableHead columns={[texts.role, texts.place, texts.validFrom, texts.validTo, { unseen: texts.edit }]} />
        <tbody>
          {person.roles.map((role) => (
            <tr key={role.id} data-past={role.validTo !== undefined && role.validTo <= today ? "" : undefined}>
              <th scope="row" className="row-name">{roleNames[role.role]}</th>
              <td>{role.placeName}</td>
              <td>{formatDate(role.validFrom)}{today < role.validFrom && <span className="block text-ink-2">{texts.future}</span>}</td>
              <td>{role.validTo ? formatDate(addDays(role.validTo, -1)) : texts.open}{role.validTo && role.validTo <= today && <span className="block text-ink-2">{texts.past}</span>}</td>
              <td>
                {role.mayEnd && (
                  <span className="people-row-actions">
                    {role.unitId && person.state !== "disabled" && <DenseButton onClick={() => setAsked({ kind: "move", role })}>{texts.move}</DenseButton>}
                    <DenseButton look="bad" onClick={() => setAsked({ kind: "end", role })}>{texts.end}</DenseButton>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </TablePanel>
      {asked?.kind === "grant" && <GrantRole {...{ person, places, today }} onClose={close} />}
      {asked?.kind === "move" && <MoveRole {...{ person, places, today }} role={asked.role} onClose={close} />}
      {asked?.kind === "end" && <EndRole {...{ person, today }} role={asked.role} onClose={close} />}
    </>
  );
}
