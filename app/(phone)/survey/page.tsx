import type { Metadata } from "next";
import { SurveyScreen } from "@/components/survey/survey-screen";
import { survey } from "@/lib/text/survey";

export const metadata: Metadata = { title: survey.title, robots: { index: false } };

export default function SurveyPage() {
  return <SurveyScreen />;
}
