"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { ClientChanged, longestClientName } from "@/lib/protocol/clients";
import { sendChange } from "@/lib/protocol/send-change";
import { clientTexts } from "@/lib/text/desk-clients";
import { refusals } from "@/lib/text/refusals";
import { NewKey } from "./new-key";

/** Gives a program a key. It stands here until whoever asked for it says that it is put away. */
export function NewClient() {
  const router = useRouter();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [made, setMade] = useState<{ readonly name: string; readonly key: string }>();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/clients", { change: "create", id: crypto.randomUUID(), name }, ClientChanged);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error.code ? refusals[answer.error.code] : clientTexts.unreachable);
    if (answer.value.key) setMade({ name: name.trim(), key: answer.value.key });
    setName("");
    router.refresh();
  };
  return (
    <section className="desk-panel client-new">
      <h2 className="desk-head">{clientTexts.add}</h2>
      {made ? (
        <NewKey name={made.name} value={made.key} onDone={() => setMade(undefined)} />
      ) : (
        <form onSubmit={(event) => void create(event)}>
          <label htmlFor="client-name">{clientTexts.nameLabel}</label>
          <input
            id="client-name" type="text" autoComplete="off" required maxLength={longestClientName} value={name} aria-describedby="client-hint"
            onChange={({ target }) => setName(target.value)}
          />
          <p id="client-hint" className="desk-caption text-ink-2">{clientTexts.nameHint}</p>
          {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
          <DenseButton type="submit" look="main" disabled={busy}>{busy ? clientTexts.creating : clientTexts.create}</DenseButton>
        </form>
      )}
    </section>
  );
}
