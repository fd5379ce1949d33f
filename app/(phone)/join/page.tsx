import type { Metadata } from "next";
import { JoinScreen } from "@/components/join/join-screen";
import { joinText } from "@/lib/text/join";

export const metadata: Metadata = { title: joinText.title };

export default function JoinPage() {
  return <JoinScreen />;
}
