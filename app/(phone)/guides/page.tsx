import type { Metadata } from "next";
import { GuideListScreen } from "@/components/guides/guide-list-screen";
import { guidesText } from "@/lib/text/guides";

export const metadata: Metadata = { title: guidesText.title };

export default function GuidesPage() {
  return <GuideListScreen />;
}
