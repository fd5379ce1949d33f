"use client";

import { useEffect, useSyncExternalStore } from "react";
import { type AppUpdate, appUpdate, keepAppCurrent } from "./app-update";

/** Once per document, after it has loaded: the first visit's bandwidth belongs to the page. */
export function RegisterServiceWorker() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    if (document.readyState === "complete") return start();
    window.addEventListener("load", start, { once: true });
    return () => window.removeEventListener("load", start);
  }, []);
  return null;
}

/** Whether a newer version waits; `applyAppUpdate()` starts it. */
export function useAppUpdate(): AppUpdate {
  return useSyncExternalStore(appUpdate.subscribe, appUpdate.getSnapshot, () => "none");
}

let started = false;

function start(): void {
  if (started) return;
  started = true;
  void keepAppCurrent();
}
