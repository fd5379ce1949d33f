import type { Metadata } from "next";
import { SavedScreen } from "@/components/saved/saved-screen";
import { savedText } from "@/lib/text/saved";

export const metadata: Metadata = { title: savedText.title.saved };

export default function SavedPage() {
  return <SavedScreen />;
}
