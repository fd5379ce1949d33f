"use client";

import { roles, type Role } from "@/lib/domain/people/actor";
import { isPoliceRole } from "@/lib/domain/people/grants";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PlaceChoices } from "@/lib/protocol/people";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import { roleNames } from "@/lib/text/desk";
import { peopleTexts as texts } from "@/lib/text/people";
import { DeskField } from "./desk-field";
import { problemAt } from "./use-change";

export type RoleDraft = { readonly role: Role; readonly unitId: string; readonly areaId: string; readonly from: string };

/** Those that this draws, as refusals name them. */
export const fieldsOfRole = ["role", "unitId", "areaId", "from"];

type Props = {
  readonly draft: RoleDraft;
  readonly places: PlaceChoices;
  readonly today: LocalDate;
  readonly problem: ChangeProblem | undefined;
  readonly onDraft: (draft: RoleDraft) => void;
};

/** Which role, where, from which day on. Roles of the police may hold in an area. */
export function RoleFields({ draft, places, today, problem, onDraft }: Props) {
  const offered = roles.filter((role) => places.units.some((unit) => unit.roles.includes(role)) || (isPoliceRole(role) && places.areas.length > 0));
  const byArea = isPoliceRole(draft.role) && places.areas.length > 0;
  const units = places.units.filter((unit) => unit.roles.includes(draft.role));
  return (
    <>
      <DeskField label={texts.role} error={problemAt("role", problem)}>
        {(wiring) => (
          <select {...wiring} value={draft.role} onChange={(event) => onDraft({ ...draft, role: event.target.value as Role })}>
            {offered.map((role) => <option key={role} value={role}>{roleNames[role]}</option>)}
          </select>
        )}
      </DeskField>
      {byArea && (
        <DeskField label={texts.area} error={problemAt("areaId", problem)}>
          {(wiring) => (
            <select {...wiring} value={draft.areaId} onChange={(event) => onDraft({ ...draft, areaId: event.target.value, unitId: "" })}>
              <option value="">{texts.chooseArea}</option>
              {places.areas.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          )}
        </DeskField>
      )}
      {(!byArea || draft.areaId === "") && (
        <DeskField label={texts.unit} error={problemAt("unitId", problem)}>
          {(wiring) => (
            <select {...wiring} required={!byArea} value={draft.unitId} onChange={(event) => onDraft({ ...draft, unitId: event.target.value, areaId: "" })}>
              <option value="">{texts.chooseUnit}</option>
              {units.map(({ id, name, depth }) => <option key={id} value={id}>{`${"\u00a0\u00a0".repeat(depth)}${name}`}</option>)}
            </select>
          )}
        </DeskField>
      )}
      <DeskField label={texts.day} error={problemAt("from", problem)}>
        {(wiring) => <input type="date" {...wiring} required min={today} value={draft.from} onChange={(event) => onDraft({ ...draft, from: event.target.value })} />}
      </DeskField>
    </>
  );
}

/** As a command says it: the unit or the area. */
export function roleOf({ role, unitId, areaId, from }: RoleDraft) {
  return { role, from, ...(unitId ? { unitId } : {}), ...(areaId ? { areaId } : {}) };
}
