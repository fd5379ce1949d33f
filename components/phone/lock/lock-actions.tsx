"use client";
import { Lock, Users } from "lucide-react";
import { mayReview } from "@/components/phone/may-review";
import { Button } from "@/components/ui/button";
import type { Phone } from "@/lib/phone/phone";
import { signOut } from "@/lib/phone/sign-in";
import { lockText } from "@/lib/text/lock";

/** Locks for a pause, or hands the phone over; neither needs the network. */
export function LockActions({ phone }: { readonly phone: Phone }) {
  const handOver = () => {
    if (mayReview(phone)) void signOut(); // a leader's session opens the desk, too
    void phone.lock("handOver");
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button look="second" icon={Users} onClick={handOver}>
        {lockText.menu.switch}
      </Button>
      <Button look="second" icon={Lock} onClick={() => void phone.lock()}>
        {lockText.menu.lock}
      </Button>
    </div>
  );
}
