"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { weaknessOf } from "@/lib/phone/vault/pin";
import { lockText } from "@/lib/text/lock";
import { PinEntry } from "./pin-entry";

type Props = {
  readonly label: string;
  readonly intro: string;
  /** Why the PIN could not be taken, though it is a good one. */
  readonly problem?: string | undefined;
  readonly busy: boolean;
  readonly onChosen: (pin: string) => void;
};

/** A new PIN, typed twice. */
export function NewPin({ label, intro, problem, busy, onChosen }: Props) {
  const [first, setFirst] = useState<string>();
  const [own, setOwn] = useState<string>();
  const choose = (pin: string) => {
    const weakness = weaknessOf(pin);
    setOwn(weakness && lockText.choose.easy);
    if (!weakness) setFirst(pin);
  };
  const repeat = (pin: string) => {
    const isSame = pin === first;
    setFirst(undefined);
    setOwn(isSame ? undefined : lockText.choose.differ);
    if (isSame) onChosen(pin);
  };
  const isRepeat = first !== undefined;
  return (
    <>
      <p className="text-ink-2">{isRepeat ? lockText.choose.againIntro : intro}</p>
      <div className="mt-auto grid gap-2">
        <PinEntry
          key={String(isRepeat)}
          label={isRepeat ? lockText.choose.again : label}
          busy={busy ? lockText.choose.busy : undefined}
          problem={own ?? problem}
          onPin={isRepeat ? repeat : choose}
        />
        {isRepeat && (
          <Button look="quiet" onClick={() => setFirst(undefined)}>
            {lockText.choose.restart}
          </Button>
        )}
      </div>
    </>
  );
}
