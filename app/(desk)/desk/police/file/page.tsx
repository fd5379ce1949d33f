import type { Metadata } from "next";
import { PoliceFile } from "@/components/police/police-file";
import { PoliceFilter } from "@/components/police/police-filter";
import { PoliceTop } from "@/components/police/police-top";
import { policeTexts } from "@/lib/text/desk-police";
import { readPolicePage } from "../police-page";
import "@/components/checks/checks.css";
import "@/components/police/police.css";

export const metadata: Metadata = { title: policeTexts.file };

export default async function PoliceFilePage({ searchParams }: PageProps<"/desk/police/file">) {
  const { kind, areaId, areas, backlog, counts, today } = await readPolicePage("/desk/police/file", searchParams);
  return (
    <>
      <PoliceTop title={policeTexts.file} backlog={backlog} today={today} />
      <PoliceFilter path="/desk/police/file" kind={kind} areaId={areaId} areas={areas} counts={counts} />
      <PoliceFile kind={kind} areaId={areaId} />
    </>
  );
}
