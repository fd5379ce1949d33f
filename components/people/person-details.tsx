"use client";

import { Pencil } from "lucide-react";
import { useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { memberKinds, type MemberKind } from "@/lib/domain/shift/member-kind";
import type { PersonPage } from "@/lib/protocol/people";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { momentText } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";
import { DeskField } from "./desk-field";
import { PersonStateMark } from "./person-state";
import { sentenceOf, useChange } from "./use-change";

/** What is kept of somebody: little, and the login never changes. */
export function PersonDetails({ person, isSelf }: { readonly person: PersonPage; readonly isSelf: boolean }) {
  const [editing, setEditing] = useState(false);
  const { login, memberKind, state, createdAt, mayChange } = person;
  return (
    <section className="desk-panel people-panel">
      <header className="people-panel-head">
        <h2 className="desk-head">{texts.details}</h2>
        {mayChange && !editing && <DenseButton look="bare" onClick={() => setEditing(true)}><Pencil aria-hidden size={16} />{texts.edit}</DenseButton>}
      </header>
      {editing ? <EditForm person={person} onClose={() => setEditing(false)} /> : (
        <>
          <dl className="people-facts">
            <div><dt>{texts.login}</dt><dd>{login}</dd></div>
            <div><dt>{texts.memberKind}</dt><dd>{memberKindNames[memberKind]}</dd></div>
            <div><dt>{texts.state}</dt><dd><PersonStateMark state={state} /><span className="block desk-dense text-ink-2">{texts.stateHints[state]}</span></dd></div>
          </dl>
          <p className="desk-caption text-ink-2">{texts.created(momentText(createdAt))}</p>
          {!mayChange && <p className="desk-dense text-ink-2">{isSelf ? texts.self : texts.managedAbove}</p>}
        </>
      )}
    </section>
  );
}

function EditForm({ person, onClose }: { readonly person: PersonPage; readonly onClose: () => void }) {
  const { busy, problem, change } = useChange();
  const [name, setName] = useState(person.name);
  const [memberKind, setMemberKind] = useState<MemberKind>(person.memberKind);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await change({ action: "edit", userId: person.id, name, memberKind, expected: { name: person.name, memberKind: person.memberKind } });
    if (done) onClose();
  };
  return (
    <form className="people-form" onSubmit={(event) => void save(event)}>
      <DeskField label={texts.name} error={problem?.field === "name" ? sentenceOf(problem) : undefined}>
        {(wiring) => <input type="text" {...wiring} required autoFocus autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
      </DeskField>
      <DeskField label={texts.memberKind}>
        {(wiring) => (
          <select {...wiring} value={memberKind} onChange={(event) => setMemberKind(event.target.value as MemberKind)}>
            {memberKinds.map((kind) => <option key={kind} value={kind}>{memberKindNames[kind]}</option>)}
          </select>
        )}
      </DeskField>
      {problem && problem.field !== "name" && <p role="alert" className="desk-dense text-warn">{sentenceOf(problem)}</p>}
      <div className="people-actions">
        <DenseButton type="submit" look="main" disabled={busy}>{busy ? texts.saving : texts.save}</DenseButton>
        <DenseButton disabled={busy} onClick={onClose}>{texts.cancel}</DenseButton>
      </div>
    </form>
  );
}
