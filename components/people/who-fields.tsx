"use client";

import { memberKinds, type MemberKind } from "@/lib/domain/shift/member-kind";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { peopleTexts as texts } from "@/lib/text/people";
import { DeskField } from "./desk-field";
import { problemAt } from "./use-change";

export type Who = { readonly name: string; readonly memberKind: MemberKind };

type Props = { readonly who: Who; readonly problem: ChangeProblem | undefined; readonly onWho: (who: Who) => void };

/** Who somebody is: a name, and what they are to the teams. */
export function WhoFields({ who, problem, onWho }: Props) {
  return (
    <>
      <DeskField label={texts.name} error={problemAt("name", problem)}>
        {(wiring) => <input type="text" {...wiring} required autoFocus autoComplete="off" maxLength={80} value={who.name} onChange={(event) => onWho({ ...who, name: event.target.value })} />}
      </DeskField>
      <DeskField label={texts.memberKind}>
        {(wiring) => (
          <select {...wiring} value={who.memberKind} onChange={(event) => onWho({ ...who, memberKind: event.target.value as MemberKind })}>
            {memberKinds.map((kind) => <option key={kind} value={kind}>{memberKindNames[kind]}</option>)}
          </select>
        )}
      </DeskField>
    </>
  );
}
