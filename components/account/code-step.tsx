"use client";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { takeSecondStep, type SignedInPerson, type SignInProblem } from "@/lib/phone/sign-in";
import type { Result } from "@/lib/domain/result";
import { accountText } from "@/lib/text/account";
import { CodeField } from "./code-field";

/** The code after the password: of the authenticator, or one from paper. */
export function CodeStep({ onAnswer }: { readonly onAnswer: (answer: Result<SignedInPerson, SignInProblem>) => void }) {
  const [recovery, setRecovery] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const text = accountText.code;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code")).trim();
    if (code === "") return setProblem(text.missing);
    setBusy(true);
    setProblem(undefined);
    const answer = await takeSecondStep(code);
    setBusy(false);
    const said = answer.ok ? undefined : problemText(answer.error);
    if (said) return setProblem(said);
    onAnswer(answer);
  };
  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <p className="text-ink-2">{recovery ? text.recoveryIntro : text.intro}</p>
      <CodeField label={recovery ? text.recoveryLabel : text.label} recovery={recovery} error={problem} autoFocus />
      <p role="alert" className="sr-only">
        {problem}
      </p>
      <Button type="submit" busyLabel={busy ? accountText.busy : undefined}>
        {text.submit}
      </Button>
      <Button look="quiet" onClick={() => setRecovery(!recovery)}>
        {recovery ? text.useAuthenticator : text.useRecovery}
      </Button>
      {recovery && <p className="text-small text-ink-2">{text.lost}</p>}
    </form>
  );
}

/** Undefined for what is not about the code. */
function problemText(problem: SignInProblem): string | undefined {
  if (problem.problem === "wrong") return accountText.code.wrong;
  if (problem.problem === "throttled") return accountText.code.throttled(problem.seconds);
  return undefined;
}
