import type { Metadata } from "next";
import { SyncScreen } from "@/components/sync/sync-screen";
import { syncText } from "@/lib/text/sync";

export const metadata: Metadata = { title: syncText.title };

export default function SyncPage() {
  return <SyncScreen />;
}
