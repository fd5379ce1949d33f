"use client";
import { useSyncExternalStore } from "react";

/** Chrome's offer to install, kept until the person asks for it. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

let offer: InstallOffer | undefined;
const listeners = new Set<() => void>();

function tell(next: InstallOffer | undefined): void {
  offer = next;
  listeners.forEach((listener) => listener());
}

if (typeof window !== "undefined") {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    tell(event as InstallOffer);
  });
  window.addEventListener("appinstalled", () => tell(undefined));
}

/** Asks the browser to install, where it offers that. */
export function useInstallOffer(): (() => void) | undefined {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
    () => undefined,
  );
  return current && (() => void current.prompt().then(() => tell(undefined)));
}

/** Browsers inside other apps keep their storage apart and can't install; named as people know them. */
export function inAppBrowserOf(userAgent: string): string | undefined {
  if (/Zalo/i.test(userAgent)) return "Zalo";
  if (/FBAN|FBAV|FB_IAB/i.test(userAgent)) return "Facebook";
  return /Messenger/i.test(userAgent) ? "Messenger" : undefined;
}

export function isIos(userAgent: string): boolean {
  return /iPhone|iPad|iPod/.test(userAgent);
}
