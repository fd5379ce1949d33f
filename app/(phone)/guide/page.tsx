import type { Metadata } from "next";
import { GuideScreen } from "@/components/guides/guide-screen";
import { guidesText } from "@/lib/text/guides";

export const metadata: Metadata = { title: guidesText.readTitle };

export default function GuidePage() {
  return <GuideScreen />;
}
