"use client";
import { PhoneGate } from "@/components/phone/phone-gate";
import { EntryDetailScreen } from "@/components/entry-detail/entry-detail-screen";

export default function EntryPage() {
  return <PhoneGate screen={EntryDetailScreen} />;
}
