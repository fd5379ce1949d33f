import type { Metadata } from "next";
import { EntryListScreen } from "@/components/entry-list/entry-list";
import { entryList } from "@/lib/text/entry-list";

export const metadata: Metadata = { title: entryList.title };

export default function EntriesPage() {
  return <EntryListScreen />;
}
