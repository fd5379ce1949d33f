import { useEffect, useRef, useSyncExternalStore } from "react";

export type DeskKey = "confirm" | "return" | "refuse" | "next" | "previous" | "choose" | "search" | "undo" | "help";

/** By position on the keyboard: Telex input methods swallow the letters D and S. */
const keysByCode: Record<string, DeskKey> = {
  KeyD: "confirm",
  KeyS: "return",
  KeyK: "refuse",
  ArrowDown: "next",
  ArrowUp: "previous",
  Space: "choose",
  Slash: "search",
  KeyZ: "undo",
};

/** Single keys act only while nobody types, no dialog is open and the person has not switched them off. */
export function useDeskKeys(act: (key: DeskKey) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.code === "Slash" && event.shiftKey ? "help" : keysByCode[event.code];
      if (!key || event.ctrlKey || event.altKey || event.metaKey || event.repeat && key !== "next" && key !== "previous") return;
      if (isTaken(event.target, event.code) || document.querySelector("dialog[open]") || !keysAreOn()) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** Whether single keys act, and a switch: some people's assistive technology needs them for itself. */
export function useKeysSwitch(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, keysAreOn, () => true);
  return [on, setKeys];
}

const storageKey = "tns-desk-keys";

function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

function setKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    return; // storage is switched off: the keys stay as they are
  }
  window.dispatchEvent(new Event(storageKey));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(storageKey, listener);
  return () => window.removeEventListener(storageKey, listener);
}

/** Typing, and what a focused control does with the key itself. */
function isTaken(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  if (target.matches("input")) return !target.matches("[type=checkbox]") || code === "Space";
  return code === "Space" && target.matches("button, a, summary");
}
