import type { Metadata } from "next";
import { ReadyScreen } from "@/components/ready/ready-screen";
import { readyText } from "@/lib/text/ready";

export const metadata: Metadata = { title: readyText.title };

export default function ReadyPage() {
  return <ReadyScreen />;
}
