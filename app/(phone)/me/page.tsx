"use client";
import { InstallGuide } from "@/components/install/install-guide";
import { PersonMenu } from "@/components/person-menu/person-menu";
import { PhoneGate } from "@/components/phone/phone-gate";
import type { Phone } from "@/lib/phone/phone";

export default function MePage() {
  return <PhoneGate screen={Me} />;
}

function Me({ phone }: { readonly phone: Phone }) {
  return <PersonMenu phone={phone} installGuide={<InstallGuide phone={phone} />} />;
}
