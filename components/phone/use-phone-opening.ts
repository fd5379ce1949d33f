"use client";
import { useSyncExternalStore } from "react";
import { openPhone, subscribeToOpening } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/opening";

/** The phone of this page as it opens, and whatever becomes of it later. Undefined while it opens. */
export function usePhoneOpening(): PhoneOpening | undefined {
  return useSyncExternalStore(subscribe, () => current, () => undefined);
}

/** Tries again after a phone could not be opened. Deletes nothing. */
export function openPhoneAgain(): void {
  void openPhone().then(tell);
}

let current: PhoneOpening | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(opening: PhoneOpening): void {
  current = opening;
  listeners.forEach((listener) => listener());
}

// Not first when a screen asks: the storage opens while React still brings the page to life.
if (typeof window !== "undefined") {
  subscribeToOpening(tell);
  openPhoneAgain();
}
