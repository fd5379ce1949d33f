import type { Metadata } from "next";
import { EntryDetailScreen } from "@/components/entry-detail/entry-detail-screen";
import { entryDetail } from "@/lib/text/entry-detail";

export const metadata: Metadata = { title: entryDetail.title };

export default function EntryPage() {
  return <EntryDetailScreen />;
}
