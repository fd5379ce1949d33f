"use client";
import { useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import type { UnlockProblem } from "@/lib/phone/opening";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { lockText } from "@/lib/text/lock";
import { NewPin } from "./new-pin";
import { PinEntry } from "./pin-entry";
import { useCountdown } from "./use-countdown";

const text = lockText.change;

export const ChangePinScreen = withPhone(ChangePin);

/** First the PIN in use, then the new one twice. A wrong one counts like at the lock. */
function ChangePin({ phone }: { readonly phone: Phone }) {
  const [current, setCurrent] = useState<string>();
  const [state, setState] = useState<"typing" | "busy" | "done">("typing");
  const [problem, setProblem] = useState<UnlockProblem>();
  const clock = useCountdown(problem && "waitUntil" in problem ? problem.waitUntil : undefined);
  const change = async (next: string) => {
    setState("busy");
    const answer = await phone.changePin(current ?? "", next);
    setState(answer.ok ? "done" : "typing");
    setCurrent(undefined);
    if (!answer.ok) setProblem(answer.error);
  };
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col">
      <TopBar title={text.title} back={<BackButton label={appShell.back} fallback="/me" />} />
      <main className="flex flex-1 flex-col gap-4 px-4 pt-3 pb-8">
        {state === "done" && (
          <>
            <p role="status" className="text-head">
              {text.done}
            </p>
            <LinkButton href="/me">{text.back}</LinkButton>
          </>
        )}
        {state !== "done" && current === undefined && (
          <>
            <p className="text-ink-2">{text.currentIntro}</p>
            <div className="mt-auto">
              <PinEntry label={text.current} wait={clock} problem={sentenceOf(problem)} onPin={setCurrent} />
            </div>
          </>
        )}
        {state !== "done" && current !== undefined && (
          <NewPin label={text.next} intro={text.nextIntro} busy={state === "busy"} onChosen={(pin) => void change(pin)} />
        )}
      </main>
    </div>
  );
}

function sentenceOf(problem: UnlockProblem | undefined): string | undefined {
  if (problem?.problem === "wrongPin") return lockText.wrong(problem.left);
  if (problem?.problem === "signInNeeded") return lockText.mustSignIn;
  return problem && problem.problem !== "wait" ? lockText[problem.problem] : undefined;
}
