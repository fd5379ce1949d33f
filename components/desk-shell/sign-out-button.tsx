"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { signOut } from "@/lib/phone/sign-in";
import { desk } from "@/lib/text/desk";

export function SignOutButton() {
  const [state, setState] = useState<"rest" | "busy" | "failed">("rest");
  const leave = async () => {
    setState("busy");
    if (await signOut()) window.location.assign("/sign-in");
    else setState("failed");
  };
  return (
    <>
      <button type="button" disabled={state === "busy"} onClick={leave}>
        <LogOut aria-hidden size={18} strokeWidth={1.8} />
        <span>{desk.signOut}</span>
      </button>
      {state === "failed" && <span role="alert" className="desk-toast">{desk.signOutFailed}</span>}
    </>
  );
}
