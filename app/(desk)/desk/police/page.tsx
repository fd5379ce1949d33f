import type { Metadata } from "next";
import { policeTexts } from "@/lib/text/desk-police";
import { PoliceList } from "./police-list";

export const metadata: Metadata = { title: policeTexts.title };

export default function PolicePage({ searchParams }: PageProps<"/desk/police">) {
  return <PoliceList path="/desk/police" view="open" parameters={searchParams} />;
}
