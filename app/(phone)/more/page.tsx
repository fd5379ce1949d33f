import type { Metadata } from "next";
import { MoreScreen } from "@/components/more/more-screen";
import { moreText } from "@/lib/text/more";

export const metadata: Metadata = { title: moreText.title };

export default function MorePage() {
  return <MoreScreen />;
}
