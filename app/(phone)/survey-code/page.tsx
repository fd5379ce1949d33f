import type { Metadata } from "next";
import { SurveyCodeScreen } from "@/components/survey/survey-code-screen";
import { surveyCodeText } from "@/lib/text/survey";

export const metadata: Metadata = { title: surveyCodeText.title };

export default function SurveyCodePage() {
  return <SurveyCodeScreen />;
}
