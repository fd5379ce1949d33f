import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SurveySheet } from "@/components/survey/desk/survey-sheet";
import { requirePerson } from "@/lib/server/auth/current-person";
import { findPoint } from "@/lib/server/survey/find-point";
import { surveySheet } from "@/lib/text/desk-survey";

export const metadata: Metadata = { title: surveySheet.title };

export default async function SurveySheetPage({ searchParams }: PageProps<"/desk/survey/sheet">) {
  const { actor } = await requirePerson("/desk/survey");
  const point = await findPoint(actor, (await searchParams).p);
  if (!point) notFound();
  return <SurveySheet code={point.code} place={point.place} />;
}
