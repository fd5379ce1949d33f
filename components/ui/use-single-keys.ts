import { useEffect, useRef, useSyncExternalStore } from "react";

/**
 * Single keys act only while nobody types, no dialog is open and the person has not switched them off.
 * @param keyOf what a key means, by its position on the keyboard: Telex input methods swallow letters
 */
export function useSingleKeys<Key extends string>(keyOf: (event: KeyboardEvent) => Key | undefined, act: (key: Key) => void, repeatable: readonly Key[] = []): void {
  const latest = useRef({ keyOf, act, repeatable });
  useEffect(() => {
    latest.current = { keyOf, act, repeatable };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = latest.current.keyOf(event);
      if (!key || event.ctrlKey || event.altKey || event.metaKey || (event.repeat && !latest.current.repeatable.includes(key))) return;
      if (isTaken(event.target, event.code) || document.querySelector("dialog[open]") || !keysAreOn()) return;
      event.preventDefault();
      latest.current.act(key);
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
