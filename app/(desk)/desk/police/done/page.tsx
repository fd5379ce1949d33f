import type { Metadata } from "next";
import { policeTexts } from "@/lib/text/desk-police";
import { PoliceList } from "../police-list";

export const metadata: Metadata = { title: policeTexts.done };

export default function PoliceDonePage({ searchParams }: PageProps<"/desk/police/done">) {
  return <PoliceList path="/desk/police/done" view="done" parameters={searchParams} />;
}
