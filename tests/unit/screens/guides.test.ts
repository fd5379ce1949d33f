import { describe, expect, test } from "vitest";
import { insertLine } from "@/components/guides/desk/insert-line";
import { countSteps, groupBlocks } from "@/components/guides/group-blocks";
import { parseGuide } from "@/lib/domain/guide/parse-guide";

describe("a drawing is put into the text", () => {
  test.each([
    ["behind the line of the cursor", "1. Mở\n2. Nộp", 2, "1. Mở\n   ![otp]\n2. Nộp", 15],
    ["at the end", "1. Mở", 5, "1. Mở\n   ![otp]", 15],
    ["on an empty line instead of it", "1. Mở\n\n2. Nộp", 6, "1. Mở\n   ![otp]\n2. Nộp", 15],
    ["on an empty first line", "\n1. Mở", 0, "   ![otp]\n1. Mở", 9],
    ["into nothing", "", 0, "   ![otp]", 9],
  ])("%s", (_, text, cursor, expected, end) => {
    expect(insertLine(text, cursor, "   ![otp]")).toEqual({ text: expected, cursor: end });
  });
});

describe("steps that follow each other", () => {
  const blocks = parseGuide("Trước\n1. a\n2. b\n\n1. c\n\n> sau");

  test("are one list; what begins anew is another", () => {
    expect(groupBlocks(blocks).map((part) => (part.kind === "steps" ? part.steps.length : part.kind))).toEqual(["paragraph", 2, 1, "note"]);
  });

  test("are counted by the longest way", () => {
    expect(countSteps(blocks)).toBe(2);
    expect(countSteps(parseGuide("chỉ có chữ"))).toBe(0);
  });
});
