"use client";

import { DenseButton } from "@/components/ui/dense-button";
import type { PhoneList } from "@/lib/protocol/phones";
import { momentText } from "@/lib/text/moment";
import { phoneTexts as texts } from "@/lib/text/phones";
import { usePhoneChange } from "./use-phone-change";

/** Phones whose storage was emptied behind the app: what they held has to be spoken about. */
export function Losses({ losses }: Pick<PhoneList, "losses">) {
  const { busy, problem, change } = usePhoneChange();
  return (
    <section aria-labelledby="losses" className="desk-panel fleet-losses">
      <h2 id="losses" className="desk-head">{texts.lossesTitle}</h2>
      <ul>
        {losses.map(({ deviceId, userId, name, unitName, unsent, oldestCapturedAt, noticedAt }) => (
          <li key={`${deviceId} ${userId}`}>
            <span>{texts.loss(name, unitName, unsent, oldestCapturedAt, momentText(noticedAt))}</span>
            <DenseButton disabled={busy} aria-label={`${texts.settled}: ${name}`} onClick={() => void change({ action: "settleLoss", deviceId, userId })}>{texts.settled}</DenseButton>
          </li>
        ))}
      </ul>
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
    </section>
  );
}
