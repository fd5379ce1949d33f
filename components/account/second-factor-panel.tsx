"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { OwnAccount } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { formatDay } from "@/lib/text/moment";
import { ConfirmedChange } from "./confirmed-change";
import { RecoveryCodes } from "./recovery-codes";
import { SetUpSecondFactor } from "./set-up-second-factor";

type Doing = "nothing" | "setUp" | "recoveryCodes" | "removeSecondFactor";

/** The second factor and what can be done with it; one thing at a time, each after the password. */
export function SecondFactorPanel({ login, secondFactor }: Pick<OwnAccount, "login" | "secondFactor">) {
  const router = useRouter();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [codes, setCodes] = useState<readonly string[]>();
  const text = accountText.secondFactor;
  const { isOn, isRequired, since, recoveryCodesLeft } = secondFactor;
  const done = () => {
    setDoing("nothing");
    setCodes(undefined);
    router.refresh();
  };
  return (
    <section aria-labelledby="second-factor" className="desk-panel">
      <h2 id="second-factor" className="desk-head">{text.title}</h2>
      {!codes && (
        <p className="desk-body">
          {isOn && since ? text.isOn(formatDay(since)) : text.isOff} {isRequired && text.isRequired} {isOn && text.codesLeft(recoveryCodesLeft)}
        </p>
      )}
      {codes && <RecoveryCodes codes={codes} login={login} onDone={done} />}
      {!codes && doing === "setUp" && <SetUpSecondFactor asksPassword onCodes={setCodes} />}
      {!codes && (doing === "recoveryCodes" || doing === "removeSecondFactor") && (
        <ConfirmedChange
          change={doing}
          action={doing === "recoveryCodes" ? text.newCodes : text.turnOff}
          consequence={doing === "recoveryCodes" ? text.newCodesConsequence : text.turnOffConsequence}
          onDone={(answer) => (answer.recoveryCodes ? setCodes(answer.recoveryCodes) : done())}
        />
      )}
      {doing === "nothing" ? (
        <div className="flex flex-wrap gap-2">
          <Button look="second" onClick={() => setDoing("setUp")}>{isOn ? text.move : text.turnOn}</Button>
          {isOn && <Button look="quiet" onClick={() => setDoing("recoveryCodes")}>{text.newCodes}</Button>}
          {isOn && !isRequired && <Button look="danger" onClick={() => setDoing("removeSecondFactor")}>{text.turnOff}</Button>}
        </div>
      ) : (
        !codes && <Button look="quiet" onClick={() => setDoing("nothing")}>{accountText.cancel}</Button>
      )}
    </section>
  );
}
