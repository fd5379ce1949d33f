"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { PersonPage } from "@/lib/protocol/people";
import { memberKindNames } from "@/lib/text/desk-shifts";
import { momentText } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";
import { ChangeForm } from "./change-form";
import { PersonStateMark } from "./person-state";
import { useChange } from "./use-change";
import { WhoFields, type Who } from "./who-fields";

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
  const expected = { name: person.name, memberKind: person.memberKind };
  const [who, setWho] = useState<Who>(expected);
  const save = async () => {
    if (await change({ action: "edit", userId: person.id, ...who, expected })) onClose();
  };
  return (
    <ChangeForm action={texts.save} busy={busy} problem={problem} fields={["name"]} onSubmit={save} onClose={onClose}>
      <WhoFields who={who} problem={problem} onWho={setWho} />
    </ChangeForm>
  );
}
