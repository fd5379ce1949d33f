"use client";
import { PhoneGate } from "@/components/phone/phone-gate";
import { SyncScreen } from "@/components/sync/sync-screen";

export default function SyncPage() {
  return <PhoneGate screen={SyncScreen} />;
}
