"use client";
import { useEffect } from "react";
import { offerUpdate } from "@/components/phone/use-waiting-update";
import { keepAppCurrent } from "./keep-app-current";
import { whenSettled } from "./when-settled";

/** Once per document, and last: until then bandwidth and processor belong to the page. */
export function RegisterServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    return whenSettled(start);
  }, []);
  return null;
}

let started = false;

function start(): void {
  if (started || isCitizensPhone()) return;
  started = true;
  keepAppCurrent(offerUpdate).catch(() => {}); // a browser that keeps no workers, or no network: this visit goes without
}

/** Who scanned the code of the survey wants three taps, not an app of several megabytes. */
function isCitizensPhone(): boolean {
  return window.location.pathname === "/survey" && navigator.serviceWorker.controller === null;
}
