"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import type { PhoneOpening } from "@/lib/phone/opening";
import { lockText } from "@/lib/text/lock";
import { LockFrame } from "./lock-frame";
import { NewPin } from "./new-pin";

/** The first thing on a phone after a sign-in: the PIN that opens it from now on, also without a network. */
export default function ChoosePin({ opening }: { readonly opening: Extract<PhoneOpening, { state: "pinNeeded" }> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const choose = async (pin: string) => {
    setBusy(true);
    const answer = await opening.choosePin(pin);
    setBusy(false);
    if (!answer.ok) setProblem(lockText[answer.error.problem]);
  };
  return (
    <LockFrame title={lockText.choose.title} below={<p className="text-center text-small text-ink-2">{lockText.choose.note}</p>}>
      {opening.lostDrafts > 0 && (
        <Banner icon={TriangleAlert} tone="warn">
          {lockText.choose.lostDrafts(opening.lostDrafts)}
        </Banner>
      )}
      <NewPin label={lockText.pin} intro={lockText.choose.intro(opening.person.name)} busy={busy} problem={problem} onChosen={(pin) => void choose(pin)} />
    </LockFrame>
  );
}
