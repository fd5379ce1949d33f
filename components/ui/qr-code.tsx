"use client";
import { useEffect, useState } from "react";
import { qrPathOf, type QrPath } from "./qr-path";

type Props = {
  /** What the code says. Undefined draws the empty white field, of the same size. */
  readonly text: string | undefined;
  /** Its name for screen readers. */
  readonly label: string;
  /** Said instead where it can't be drawn. */
  readonly failed: string;
  readonly className?: string;
};

/** Black on white in every mode: cameras read nothing else reliably. */
export function QrCode({ text, label, failed, className = "" }: Props) {
  const [drawn, setDrawn] = useState<{ readonly text: string; readonly qr: QrPath | undefined }>();
  useEffect(() => {
    if (text === undefined) return undefined;
    let left = false;
    void qrPathOf(text)
      .catch(() => undefined)
      .then((qr) => {
        if (!left) setDrawn({ text, qr });
      });
    return () => {
      left = true;
    };
  }, [text]);
  const qr = drawn?.text === text ? drawn?.qr : undefined;
  if (text !== undefined && drawn?.text === text && !qr) return <p role="alert">{failed}</p>;
  return (
    <div className={`aspect-square w-full rounded-card bg-white ${className}`}>
      {qr && (
        <svg role="img" aria-label={label} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" className="block w-full">
          <path d={qr.path} fill="#000" />
        </svg>
      )}
    </div>
  );
}
