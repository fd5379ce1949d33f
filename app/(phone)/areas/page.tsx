import type { Metadata } from "next";
import { AreasScreen } from "@/components/households/areas-screen";
import { areasText } from "@/lib/text/households";

export const metadata: Metadata = { title: areasText.title };

export default function AreasPage() {
  return <AreasScreen />;
}
