"use client";
import { Handshake } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import { signOut } from "@/lib/phone/sign-in";
import { lockText } from "@/lib/text/lock";

const text = lockText.shiftEnd;

/** The end of a shift on a phone of several: first what is not sent, then the phone is the next person's. */
export function ShiftEnd({ phone }: { readonly phone: Phone }) {
  const [asking, setAsking] = useState(false);
  const { saved, sending } = useLive(phone.sync);
  const waiting = saved + sending;
  const leave = () => {
    void signOut(); // on a phone of several nobody leaves a session behind; without a network it can't be helped
    void phone.lock("handOver");
  };
  return (
    <>
      <Button look="second" icon={Handshake} onClick={() => setAsking(true)}>
        {text.action}
      </Button>
      <Dialog
        title={text.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            {waiting > 0 && <SendNow phone={phone} />}
            <Button look="second" onClick={leave}>
              {text.leave}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {text.stay}
            </Button>
          </>
        }
      >
        {waiting > 0 ? text.waiting(waiting) : text.nothing}
      </Dialog>
    </>
  );
}

function SendNow({ phone }: { readonly phone: Phone }) {
  const { sending, nextTryAt, connection } = useLive(phone.sync);
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    phone.wake();
  };
  const failed = asked && sending === 0 && (nextTryAt !== undefined || connection === "signInNeeded");
  return (
    <>
      {failed && (
        <p role="alert" className="text-small text-warn">
          {text.notSent}
        </p>
      )}
      <Button onClick={send} busyLabel={asked && !failed ? text.sending : undefined}>
        {text.send}
      </Button>
    </>
  );
}
