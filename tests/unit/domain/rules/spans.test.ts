import { describe, expect, it } from "vitest";
import { joinSpans, valueOn, withSpan, type Span } from "@/lib/domain/rules/spans";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = (text: string) => LocalDate.parse(text);
const spans: Span<string>[] = [{ from: day("2022-05-01"), value: "none" }, { from: day("2024-01-01"), value: "police" }];

describe("what holds from a day on", () => {
  it("ends what held before on that day", () =>
    expect(withSpan(spans, day("2023-01-01"), "officer")).toEqual([{ from: "2022-05-01", value: "none" }, { from: "2023-01-01", value: "officer" }]));
  it("joins what says the same", () => expect(withSpan(spans, day("2023-01-01"), "none")).toEqual([{ from: "2022-05-01", value: "none" }]));
  it("is the whole rule from its first day or before", () =>
    expect(withSpan(spans, day("2020-01-01"), "police")).toEqual([{ from: "2022-05-01", value: "police" }]));
});

it("joins neighbours in the order of days", () => {
  const doubled = [{ from: day("2024-01-01"), value: "a" }, { from: day("2022-01-01"), value: "a" }, { from: day("2025-01-01"), value: "b" }];
  expect(joinSpans(doubled)).toEqual([{ from: "2022-01-01", value: "a" }, { from: "2025-01-01", value: "b" }]);
});

it.each([["2022-05-01", "none"], ["2023-12-31", "none"], ["2024-01-01", "police"], ["2021-01-01", "none"]])("on %s holds %s", (on, value) =>
  expect(valueOn(spans, day(on))).toBe(value));
