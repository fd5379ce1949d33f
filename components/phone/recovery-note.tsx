"use client";
import { CloudDownload, WifiOff } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { recoveryText } from "@/lib/text/recovery";

/** What the phone waits for a network for, beside sending. */
export default function RecoveryNote({ recovering }: { readonly recovering: number }) {
  if (recovering > 0) return <Banner icon={CloudDownload} tone="brand">{recoveryText.recovering(recovering)}</Banner>;
  return <Banner icon={WifiOff}>{recoveryText.tooLongOffline}</Banner>;
}
