"use client";
import { KeyRound } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { OwnAccount } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";

/** The same list on the phone, asked of the server when it is opened: without a network there is nothing to show. */
export function OwnSessions() {
  const [asked, setAsked] = useState(0);
  const [account, setAccount] = useState<OwnAccount | "unreachable">();
  useEffect(() => {
    let left = false;
    void readOwnAccount().then((found) => {
      if (!left) setAccount(found ?? "unreachable");
    });
    return () => {
      left = true;
    };
  }, [asked]);
  const again = () => setAsked((times) => times + 1);
  if (account === undefined) return <p role="status">{accountText.sessions.loading}</p>;
  if (account === "unreachable") {
    return (
      <div className="grid gap-2">
        <p role="alert">{accountText.sessions.offline}</p>
        <Button look="second" onClick={again}>
          {accountText.sessions.again}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="text-small text-ink-2">{accountText.sessions.about}</p>
      <SessionList sessions={account.sessions} onChanged={again} />
      <OwnPassword onChanged={again} />
    </div>
  );
}

function OwnPassword({ onChanged }: { readonly onChanged: () => void }) {
  const [state, setState] = useState<"closed" | "open" | "changed">("closed");
  const text = accountText.password;
  const done = () => {
    setState("changed");
    onChanged();
  };
  if (state === "open") return <PasswordForm onDone={done} />;
  return (
    <>
      <Button look="second" icon={KeyRound} onClick={() => setState("open")}>
        {text.submit}
      </Button>
      <p role="status" className="text-small text-ok">
        {state === "changed" && text.changed}
      </p>
    </>
  );
}

async function readOwnAccount(): Promise<OwnAccount | undefined> {
  const answer = await fetch("/api/account", { cache: "no-store", signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  return OwnAccount.safeParse(await answer?.json().catch(() => undefined)).data;
}
