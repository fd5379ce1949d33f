"use client";
import { useEffect } from "react";
import { offerUpdate } from "@/components/phone/use-waiting-update";
import { keepAppCurrent } from "./keep-app-current";

/** Once per document, after it has loaded: until then the bandwidth belongs to the page. */
export function RegisterServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    if (document.readyState === "complete") return start();
    window.addEventListener("load", start, { once: true });
    return () => window.removeEventListener("load", start);
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
