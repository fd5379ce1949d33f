"use client";
import { Home } from "@/components/home/home";
import { PhoneGate } from "@/components/phone/phone-gate";

export default function HomePage() {
  return <PhoneGate screen={Home} />;
}
