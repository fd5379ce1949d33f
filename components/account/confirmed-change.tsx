"use client";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import type { AccountChanged } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { PasswordField } from "./password-field";
import { useAccountChange } from "./use-account-change";

type Props = {
  readonly change: "recoveryCodes" | "removeSecondFactor";
  readonly action: string;
  readonly consequence: string;
  readonly onDone: (answer: AccountChanged) => void;
};

/** What the password is asked for once more, with what follows from it. */
export function ConfirmedChange({ change, action, consequence, onDone }: Props) {
  const { busy, problem, send } = useAccountChange();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await send({ change, current: String(new FormData(event.currentTarget).get("current")) });
    if (answer) onDone(answer);
  };
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-3">
      <p className="desk-body text-warn">{consequence}</p>
      <PasswordField label={accountText.secondFactor.confirm} name="current" autoComplete="current-password" error={problem?.field === "current" ? problem.sentence : undefined} />
      <p role="alert" className={problem && !problem.field ? "font-medium text-bad" : "sr-only"}>
        {problem?.sentence}
      </p>
      <Button type="submit" busyLabel={busy ? accountText.busy : undefined}>{action}</Button>
    </form>
  );
}
