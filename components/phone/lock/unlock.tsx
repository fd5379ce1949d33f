"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { LockedPerson, Unlocked, UnlockProblem } from "@/lib/phone/opening";
import { lockText } from "@/lib/text/lock";
import { Face } from "./face";
import { LockFrame } from "./lock-frame";
import { PinEntry } from "./pin-entry";
import { useCountdown } from "./use-countdown";

type Props = {
  readonly person: LockedPerson;
  readonly unlock: (personId: string, pin: string) => Promise<Unlocked>;
  /** Somebody else was here before: what they had open is not this person's. */
  readonly takesOver: boolean;
  readonly onOthers: () => void;
};

/** One person and their PIN. After wrong ones it says how long to wait; at last only a sign-in helps. */
export function Unlock({ person, unlock, takesOver, onOthers }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UnlockProblem>();
  const waitUntil = problem && "waitUntil" in problem ? problem.waitUntil : person.waitUntil;
  const clock = useCountdown(waitUntil);
  const mustSignIn = person.mustSignIn || problem?.problem === "signInNeeded" || (problem?.problem === "wrongPin" && problem.left === 0);
  const tryPin = async (pin: string) => {
    setBusy(true);
    const answer = await unlock(person.id, pin);
    setBusy(false);
    if (!answer.ok) setProblem(answer.error);
    else if (takesOver) router.replace("/");
  };
  return (
    <LockFrame
      title={lockText.locked}
      below={
        <>
          <LinkButton href={`/sign-in?forgotten=${person.id}`} look="quiet">{lockText.forgot}</LinkButton>
          <Button look="quiet" onClick={onOthers}>
            {lockText.others}
          </Button>
        </>
      }
    >
      <div className="flex items-center gap-3.5">
        <Face name={person.name} />
        <div className="min-w-0">
          <p className="text-head wrap-anywhere">{person.name}</p>
          <p className="text-ink-2">{lockText.unsent(person.unsent)}</p>
        </div>
      </div>
      {mustSignIn ? (
        <div className="grid gap-4">
          <p role="alert">{lockText.mustSignIn}</p>
          <LinkButton href="/sign-in" look="main">{lockText.signIn}</LinkButton>
        </div>
      ) : (
        <div className="mt-auto">
          <PinEntry
            label={lockText.pin}
            wait={clock}
            busy={busy ? lockText.opening : undefined}
            problem={sentenceOf(problem)}
            onPin={(pin) => void tryPin(pin)}
          />
        </div>
      )}
    </LockFrame>
  );
}

function sentenceOf(problem: UnlockProblem | undefined): string | undefined {
  if (problem?.problem === "wrongPin") return lockText.wrong(problem.left);
  return problem?.problem === "diskFull" || problem?.problem === "storage" ? lockText[problem.problem] : undefined;
}
