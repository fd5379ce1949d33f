"use client";
import { PhoneGate } from "@/components/phone/phone-gate";
import { EntryList } from "@/components/entry-list/entry-list";

export default function EntriesPage() {
  return <PhoneGate screen={EntryList} />;
}
