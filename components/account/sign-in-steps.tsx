"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { SignInStepsProps } from "@/components/phone/sign-in-steps";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/domain/result";
import { finishSignIn, type SignedInPerson, type SignInProblem } from "@/lib/phone/sign-in";
import { accountText } from "@/lib/text/account";
import { CodeStep } from "./code-step";
import { PasswordForm } from "./password-form";
import { RecoveryCodes } from "./recovery-codes";
import { SetUpSecondFactor } from "./set-up-second-factor";

/** What comes between the password and being signed in, one step after the other. */
export function SignInSteps({ step: first, onDone, onNothingMissing, onStartOver }: SignInStepsProps) {
  const [step, setStep] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [codes, setCodes] = useState<readonly string[]>();
  const goOn = (answer: Result<SignedInPerson, SignInProblem>) => {
    if (answer.ok) return onDone(answer.value);
    if (answer.error.problem === "notBegun") return onStartOver();
    if (answer.error.problem !== "stepMissing") return setProblem(accountText.unreachable);
    setProblem(undefined);
    setCodes(undefined);
    setStep(answer.error.step);
  };
  const askOn = async () => goOn(await finishSignIn());
  // The address may name a step that was done meanwhile.
  const begin = useEffectEvent((answer: Result<SignedInPerson, SignInProblem>) => (answer.ok ? onNothingMissing(answer.value) : goOn(answer)));
  useEffect(() => {
    let left = false;
    void finishSignIn().then((answer) => {
      if (!left) begin(answer);
    });
    return () => {
      left = true;
    };
  }, []);
  return (
    <section aria-labelledby="sign-in-step" className="grid gap-4">
      <h1 id="sign-in-step" className="text-title">
        {accountText.steps[step]}
      </h1>
      {step === "passwordChange" && <p className="text-ink-2">{accountText.password.firstIntro}</p>}
      {step === "secondFactor" && <CodeStep onAnswer={goOn} />}
      {step === "passwordChange" && <PasswordForm isFirst onDone={() => void askOn()} />}
      {step === "secondFactorSetup" && !codes && <SetUpSecondFactor onCodes={setCodes} />}
      {codes && <RecoveryCodes codes={codes} onDone={() => void askOn()} />}
      <p role="alert" className={problem ? "font-medium text-bad" : "sr-only"}>
        {problem}
      </p>
      {problem && (
        <Button look="second" onClick={() => void askOn()}>
          {accountText.goOn}
        </Button>
      )}
      {!codes && (
        <Button look="quiet" onClick={onStartOver}>
          {step === "passwordChange" ? accountText.otherAccount : accountText.startOver}
        </Button>
      )}
    </section>
  );
}
