import type { Metadata } from "next";
import { RecordScreen } from "@/components/help-session/record-screen";
import { helpSession } from "@/lib/text/help-session";

export const metadata: Metadata = { title: helpSession.title };

export default function RecordPage() {
  return <RecordScreen />;
}
