"use client";
import { QrCode } from "@/components/ui/qr-code";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SurveyCode } from "@/lib/domain/survey/survey-code";
import { surveyCodeText } from "@/lib/text/survey";
import { surveyPath } from "./survey-address";

/** Leads to where this page came from, which only the browser knows. */
export function SurveyQrCode({ code, place, className = "" }: { readonly code: SurveyCode; readonly place: string; readonly className?: string }) {
  const text = useHydrated() ? `${window.location.origin}${surveyPath(code, "own")}` : undefined;
  return <QrCode text={text} label={surveyCodeText.qrCode(place)} failed={surveyCodeText.qrCodeFailed} className={className} />;
}
