"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import type { AccountChanged } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { AuthenticatorSecret } from "./authenticator-secret";
import { CodeField } from "./code-field";
import { PasswordField } from "./password-field";
import { useAccountChange } from "./use-account-change";

type Props = {
  /** The password is asked for what is changed later than at the first sign-in. */
  readonly asksPassword?: boolean;
  /** It is in use; these are seen once. */
  readonly onCodes: (codes: readonly string[]) => void;
};

/** An authenticator: its secret, and a code that shows that it has it. */
export function SetUpSecondFactor({ asksPassword = false, onCodes }: Props) {
  const { busy, problem, send } = useAccountChange();
  const [offered, setOffered] = useState<NonNullable<AccountChanged["offered"]>>();
  const text = accountText.setUp;
  const shownField = offered ? "code" : asksPassword ? "current" : "none";
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    if (!offered) {
      const answer = await send({ change: "offerSecondFactor", ...(asksPassword ? { current: String(typed.get("current")) } : {}) });
      return setOffered(answer?.offered);
    }
    const answer = await send({ change: "confirmSecondFactor", code: String(typed.get("code")) });
    if (answer?.recoveryCodes) onCodes(answer.recoveryCodes);
  };
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {offered ? (
        <>
          <AuthenticatorSecret {...offered} />
          <CodeField label={text.code} error={problem?.field === "code" ? problem.sentence : undefined} />
        </>
      ) : (
        <>
          <p className="text-ink-2">{accountText.secondFactor.about}</p>
          <p className="text-ink-2">{text.intro}</p>
          {asksPassword && <PasswordField label={accountText.password.current} name="current" autoComplete="current-password" error={problem?.field === "current" ? problem.sentence : undefined} />}
        </>
      )}
      <p role="alert" className={problem && problem.field !== shownField ? "font-medium text-bad" : "sr-only"}>
        {problem?.sentence}
      </p>
      <Button type="submit" busyLabel={busy ? accountText.busy : undefined}>
        {offered ? text.submit : text.begin}
      </Button>
    </form>
  );
}
