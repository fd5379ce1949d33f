"use client";
import { useEffect, useRef } from "react";
import { createWedge, restMs } from "@/lib/phone/scanner/wedge";

/**
 * Hears a keyboard-wedge scanner anywhere on the screen; a field that had the focus is as it was before.
 * @param shortest characters of the shortest code that is expected
 */
export function useWedgeScanner(onText: (text: string) => void, shortest?: number): void {
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    const wedge = createWedge(shortest);
    let field: WrittenField | undefined;
    let last = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const take = (text: string) => {
      if (field) writeBack(field);
      // after the screen has drawn the field as it was
      setTimeout(() => latest.current(text));
    };
    const listen = (event: KeyboardEvent) => {
      if (event.timeStamp - last > restMs) field = fieldWithFocus();
      last = event.timeStamp;
      clearTimeout(timer);
      const text = wedge.press(event.key, event.timeStamp);
      if (text !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        return take(text);
      }
      timer = setTimeout(() => {
        const rested = wedge.rest(performance.now());
        if (rested !== undefined) take(rested);
      }, restMs);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", listen, { capture: true });
    };
  }, [shortest]);
}

type WrittenField = { readonly element: HTMLInputElement; readonly value: string };

/** The field that a burst would be written into, before its first key. */
function fieldWithFocus(): WrittenField | undefined {
  const element = document.activeElement;
  return element instanceof HTMLInputElement && element.type !== "checkbox" && element.type !== "radio" ? { element, value: element.value } : undefined;
}

/** React notices a value only when it is set past its own setter and announced. */
function writeBack({ element, value }: WrittenField): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(element, value);
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
