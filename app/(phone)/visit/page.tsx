import type { Metadata } from "next";
import { VisitScreen } from "@/components/households/visit-screen";
import { visitText } from "@/lib/text/households";

export const metadata: Metadata = { title: visitText.title };

export default function VisitPage() {
  return <VisitScreen />;
}
