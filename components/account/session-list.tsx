"use client";
import { useState } from "react";
import { AskOnce } from "@/components/ui/ask-once";
import type { OwnSession } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { SessionItem } from "./session-item";
import { useAccountChange } from "./use-account-change";

type Props = { readonly sessions: readonly OwnSession[]; /** Something ended: read again. */ readonly onChanged: () => void };

/** Where somebody is signed in, this one first; the others can be ended from here. */
export function SessionList({ sessions, onChanged }: Props) {
  const { busy, problem, send } = useAccountChange();
  const [ending, setEnding] = useState<string>();
  const text = accountText.sessions;
  const end = async (sessionId: string) => {
    setEnding(sessionId);
    if (await send({ change: "endSession", sessionId })) onChanged();
  };
  const endOthers = async () => {
    const ended = await send({ change: "endOtherSessions" });
    if (ended) onChanged();
    return ended !== undefined;
  };
  return (
    <div className="grid gap-2">
      <ul aria-label={text.list}>
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} busy={busy && ending === session.id} onEnd={() => void end(session.id)} />
        ))}
      </ul>
      <p role="alert" className={problem ? "text-small font-medium text-bad" : "sr-only"}>
        {problem?.sentence}
      </p>
      {sessions.length > 1 ? (
        <AskOnce action={text.endOthers} title={text.endOthersAsk} keep={text.keep} onConfirm={endOthers}>
          {text.endOthersConsequence}
        </AskOnce>
      ) : (
        <p className="text-small text-ink-2">{text.only}</p>
      )}
    </div>
  );
}
