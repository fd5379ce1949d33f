"use client";
import { useEffect } from "react";
import { lockDeskWithPhone } from "@/lib/phone/vault/lock-desk";

/** Loads the page again when the phone of this browser was locked: the server sends to the sign-in then. */
export function LockWithPhone({ personId }: { readonly personId: string }) {
  useEffect(() => lockDeskWithPhone(personId, () => window.location.reload()), [personId]);
  return null;
}
