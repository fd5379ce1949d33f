"use client";
import { QrCode } from "lucide-react";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ShownInvitation } from "@/lib/protocol/invitations";
import { InvitationDialog } from "./invitation-dialog";
import { useChange } from "./use-change";

/** A code for one person who has no password: from a list, or back after a lost phone. For the pages of people. */
export function BringBack({ userId, label }: { readonly userId: string; readonly label: string }) {
  const { busy, problem, change } = useChange();
  const [made, setMade] = useState<ShownInvitation>();
  const [open, setOpen] = useState(false);
  const make = async () => {
    const changed = await change({ change: "bringBack", id: crypto.randomUUID(), userId });
    if (!changed?.invitation) return;
    setMade(changed.invitation);
    setOpen(true);
  };
  return (
    <>
      <DenseButton disabled={busy} onClick={() => void make()}><QrCode aria-hidden size={16} />{label}</DenseButton>
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
      {made && <InvitationDialog invitation={made} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
