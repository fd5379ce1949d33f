"use client";
import { useState } from "react";
import type { Camera } from "@/lib/phone/scanner/camera";
import { scanner as text } from "@/lib/text/scanner";

/** 1×, 2×, 3×, as far as the camera goes. */
export function ZoomChoice({ zoom }: { readonly zoom: NonNullable<Camera["zoom"]> }) {
  const [factor, setFactor] = useState(1);
  return (
    <div role="group" aria-label={text.zoomLegend} className="flex w-fit rounded-full bg-black/60">
      {[1, 2, 3].filter((option) => option <= zoom.max).map((option) => (
        <button
          key={option}
          type="button"
          aria-label={text.zoom(option)}
          aria-pressed={option === factor}
          onClick={() => void zoom.set(option).then(() => setFactor(option))}
          className="min-h-12 min-w-13 rounded-full text-small font-semibold aria-pressed:bg-white aria-pressed:text-black"
        >
          {option}×
        </button>
      ))}
    </div>
  );
}
