"use client";
import { Lock, Users } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Phone } from "@/lib/phone/phone";
import { lockText } from "@/lib/text/lock";

/** Locks for a pause, or hands the phone over; neither needs the network. */
export function LockActions({ phone }: { readonly phone: Phone }) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button look="second" icon={Users} onClick={() => void phone.lock("handOver")}>
        {lockText.menu.switch}
      </Button>
      <Button look="second" icon={Lock} onClick={() => void phone.lock()}>
        {lockText.menu.lock}
      </Button>
    </div>
  );
}
