"use client";
import { Smartphone } from "lucide-react";
import { useEffect, useState } from "react";
import { visitText } from "@/lib/text/households";
import { forgetSaved, savedJustNow } from "./place-memory";

/** Says which door was saved a moment ago, and where it is now. */
export function SavedNote() {
  const [door] = useState(savedJustNow);
  // Told once; the next door's screen has its own.
  useEffect(forgetSaved, []);
  return (
    <p role="status" className="flex items-center gap-2 rounded-card bg-brand-soft px-3.5 py-2.5 font-semibold text-brand empty:hidden sunlight:border-2">
      {door !== undefined && (
        <>
          <Smartphone aria-hidden size={20} className="flex-none" />
          {visitText.saved(door)}
        </>
      )}
    </p>
  );
}
