"use client";
import { useSyncExternalStore } from "react";
import { openPhone, subscribeToOpening } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/phone";

/** The phone of this page as it opens, and whatever becomes of it later. Undefined while it opens. */
export function usePhoneOpening(): PhoneOpening | undefined {
  return useSyncExternalStore(subscribe, () => current, () => undefined);
}

/** Tries again after a phone could not be opened. Deletes nothing. */
export function openPhoneAgain(): void {
  void openPhone().then(tell);
}

let current: PhoneOpening | undefined;
let started = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!started) {
    started = true;
    subscribeToOpening(tell);
    openPhoneAgain();
  }
  return () => listeners.delete(listener);
}

function tell(opening: PhoneOpening): void {
  current = opening;
  listeners.forEach((listener) => listener());
}
