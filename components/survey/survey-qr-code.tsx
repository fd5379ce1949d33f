"use client";
import { useEffect, useState } from "react";
import type { SurveyCode } from "@/lib/domain/survey/survey-code";
import { surveyCodeText } from "@/lib/text/survey";
import { qrPathOf, type QrPath } from "./qr-path";
import { surveyPath } from "./survey-address";

/** Black on white in every mode: cameras read nothing else reliably. Leads to where this page came from. */
export function SurveyQrCode({ code, place, className = "" }: { readonly code: SurveyCode; readonly place: string; readonly className?: string }) {
  const [drawn, setDrawn] = useState<{ readonly code: string; readonly qr: QrPath | undefined }>();
  useEffect(() => {
    let left = false;
    void qrPathOf(`${window.location.origin}${surveyPath(code, "own")}`)
      .catch(() => undefined)
      .then((qr) => {
        if (!left) setDrawn({ code, qr });
      });
    return () => {
      left = true;
    };
  }, [code]);
  const qr = drawn?.code === code ? drawn.qr : undefined;
  if (drawn?.code === code && !qr) return <p role="alert">{surveyCodeText.qrCodeFailed}</p>;
  return (
    <div className={`aspect-square w-full rounded-card bg-white ${className}`}>
      {qr && (
        <svg role="img" aria-label={surveyCodeText.qrCode(place)} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" className="block w-full">
          <path d={qr.path} fill="#000" />
        </svg>
      )}
    </div>
  );
}
