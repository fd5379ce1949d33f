import { describe, expect, it } from "vitest";
import { createWedge, restMs } from "@/lib/phone/scanner/wedge";
import { cardText } from "./code-picture";

/** Feeds keys at a steady pace; what the last of them gave. */
function type(keys: readonly string[], everyMs: number, wedge = createWedge(), from = 1_000) {
  const results = keys.map((key, i) => wedge.press(key, from + i * everyMs));
  return { result: results.at(-1), early: results.slice(0, -1).filter((text) => text !== undefined), wedge, at: from + (keys.length - 1) * everyMs };
}

describe("a scanner that types", () => {
  it.each(["Enter", "Tab"])("gives the whole text at %s, and nothing before", (last) => {
    const { result, early } = type([...cardText, last], 8);
    expect(result).toBe(cardText);
    expect(early).toEqual([]);
  });

  it("gives a dossier's shorter code only where one is expected", () => {
    const code = "H08-260807-0041";
    expect(type([...code, "Enter"], 8, createWedge(code.length)).result).toBe(code);
    expect(type([...code, "Enter"], 8).result).toBeUndefined();
  });

  it("takes Ctrl+J, the line feed of some scanners, for its end", () => {
    expect(type([...cardText, "Control", "j"], 8).result).toBe(cardText);
  });

  it("gives the text after a rest when no last key comes", () => {
    const { wedge, at } = type([...cardText], 8);
    expect(wedge.rest(at + restMs - 1)).toBeUndefined();
    expect(wedge.rest(at + restMs)).toBe(cardText);
    expect(wedge.rest(at + 2 * restMs)).toBeUndefined();
  });

  it("does not mind Shift and CapsLock between the letters", () => {
    expect(type(["Shift", ...cardText.slice(0, 30), "CapsLock", ...cardText.slice(30), "Enter"], 8).result).toBe(cardText);
  });

  it("survives a hiccup of the computer in the middle, but not a pause", () => {
    const hiccup = type([...cardText.slice(0, 40)], 8);
    expect(type([...cardText.slice(40), "Enter"], 8, hiccup.wedge, hiccup.at + 120).result).toBe(cardText);
    const pause = type([...cardText.slice(0, 40)], 8);
    expect(type([...cardText.slice(40, 50), "Enter"], 8, pause.wedge, pause.at + 400).result).toBeUndefined();
  });

  it("reads two cards one after the other", () => {
    const first = type([...cardText, "Enter"], 8);
    expect(type([...cardText, "Enter"], 8, first.wedge, first.at + 900).result).toBe(cardText);
  });
});

describe("an input method in between", () => {
  it.each(["Process", "Unidentified", "Dead", "Backspace", "Alt"])("marks a key that came as %s", (key) => {
    const text = type([...cardText.slice(0, 30), key, ...cardText.slice(31), "Enter"], 8).result;
    expect(text).toBe(`${cardText.slice(0, 30)}\uFFFD${cardText.slice(31)}`);
  });

  it("marks the first key too", () => {
    expect(type(["Process", ...cardText.slice(1), "Enter"], 8).result).toMatch(/^\uFFFD/);
  });
});

describe("a person who types", () => {
  it("is never taken for a scanner", () => {
    expect(type([..."Thôn Tân Thành, Phước Lộc, Tuy Phước", "Enter"], 90).result).toBeUndefined();
  });

  it("may be quick for a moment", () => {
    const { wedge, at } = type([..."0912345678"], 30);
    expect(wedge.press("Enter", at + 30)).toBeUndefined();
  });

  it("may hold a key down", () => {
    expect(type([...Array.from({ length: 40 }, () => "a"), "Enter"], 33).result).toBeUndefined();
  });

  it("may copy, move and delete", () => {
    expect(type(["Control", "c", "ArrowLeft", "Delete", "Backspace", "Enter"], 40).result).toBeUndefined();
  });

  it("keeps the Enter that follows a scan later", () => {
    const { wedge, at } = type([...cardText, "Enter"], 8);
    expect(wedge.press("Enter", at + 30)).toBeUndefined();
  });
});
