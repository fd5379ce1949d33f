import type { LocalDate } from "../time/local-date";

/** What holds from a day on, until the next span begins. Sorted by day; neighbours differ. */
export type Span<Value> = { readonly from: LocalDate; readonly value: Value };

/** Neighbours with the same value are one span. */
export function joinSpans<Value>(spans: readonly Span<Value>[]): Span<Value>[] {
  return spans
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .filter(({ value }, index, sorted) => index === 0 || sorted[index - 1]?.value !== value);
}

/** From a day on something else holds, whatever was said of later days. A day before the first span is the first span's. */
export function withSpan<Value>(spans: readonly Span<Value>[], from: LocalDate, value: Value): Span<Value>[] {
  const [first] = spans;
  if (!first || from <= first.from) return [{ from: first?.from ?? from, value }];
  return joinSpans([...spans.filter((span) => span.from < from), { from, value }]);
}

/** What holds on a day; of the days before the first span what the first one says. */
export function valueOn<Value>(spans: readonly Span<Value>[], day: LocalDate): Value | undefined {
  return (spans.findLast(({ from }) => from <= day) ?? spans[0])?.value;
}
