import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitColumns, type FittedColumn } from "@/lib/server/documents/docx/fit-columns";

const names: FittedColumn = { unbroken: ["Tên", "đơn", "vị"], wrapped: ["Đoàn trường Cao đẳng Cơ điện – Xây dựng và Nông lâm Trung bộ"] };
const numbers = (count: number, text: string): FittedColumn[] => Array.from({ length: count }, () => ({ unbroken: [text] }));
const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0);

describe("columns as wide as what stands in them", () => {
  test("together fill the page, whatever stands in them", () => {
    const column = fc.array(fc.string({ unit: fc.constantFrom(..."0123456789.%"), maxLength: 7 }), { maxLength: 5 }).map((unbroken) => ({ unbroken }));
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 22 }), (columns) => {
        const { widths } = fitColumns([names, ...columns], 252, 0.6);
        expect(sum(widths)).toBeCloseTo(252);
        expect(widths.every((width) => width > 0)).toBe(true);
      }),
    );
  });

  test("use smaller type before a number is broken", () => {
    const few = fitColumns([names, ...numbers(14, "48.000")], 252, 0.6);
    const many = fitColumns([names, ...numbers(21, "133.136")], 252, 0.6);
    expect(few.fontSize).toBe(10.5);
    expect(many.fontSize).toBeLessThan(few.fontSize);
    // Digits are half as wide as the type is high, the point a quarter.
    const digits = (3.25 * many.fontSize * 25.4) / 72;
    for (const width of many.widths.slice(1)) expect(width - 1.2).toBeGreaterThanOrEqual(digits);
  });

  test("leave to names what numbers don't need, and no more than names need", () => {
    const { widths } = fitColumns([names, ...numbers(10, "12")], 252, 0.6);
    expect(widths[0]).toBeGreaterThan(62);
    expect(widths[0]).toBeLessThan(80);
    expect(new Set(widths.slice(1).map((width) => width.toFixed(3))).size).toBe(1);
  });
});
