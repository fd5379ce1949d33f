"use client";
import { RecordScreen } from "@/components/help-session/record-screen";
import { PhoneGate } from "@/components/phone/phone-gate";

export default function RecordPage() {
  return <PhoneGate screen={RecordScreen} />;
}
