import { describe, expect, test } from "vitest";
import { notCountedReasons, refusalCodes, warningCodes } from "@/lib/domain/refusal";
import { notCounted } from "@/lib/text/not-counted";
import { refusals } from "@/lib/text/refusals";
import { warnings } from "@/lib/text/warnings";

describe.each([
  ["refusal", refusalCodes, refusals],
  ["warning", warningCodes, warnings],
  ["reason not to count", notCountedReasons, notCounted],
] as const)("the sentences of every %s", (_, codes, sentences: Record<string, string>) => {
  test("one for each code, and no other", () => expect(Object.keys(sentences).sort()).toEqual([...codes].sort()));
  test("no two are the same", () => expect(new Set(Object.values(sentences)).size).toBe(codes.length));

  test.each(Object.entries(sentences))("%s: %s", (code, sentence) => {
    expect(sentence).toBe(sentence.normalize("NFC").trim());
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence).not.toMatch(/!|thất bại|vui lòng|huỷ|hủy|không hợp lệ/i);
    if (code !== "serverFault") expect(sentence).not.toMatch(/lỗi/i);
    expect(sentence.length).toBeLessThanOrEqual(100);
  });
});
