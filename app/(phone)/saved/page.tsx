"use client";
import { PhoneGate } from "@/components/phone/phone-gate";
import { SavedScreen } from "@/components/saved/saved-screen";

export default function SavedPage() {
  return <PhoneGate screen={SavedScreen} />;
}
