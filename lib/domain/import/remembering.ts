import type { Read } from "./cells";

/** Enough for all services of a province. What is different in each row must not pile up. */
const limit = 2_000;

/** The same reading, asked once for texts that come again: services, statuses, units. Not for numbers of people. */
export function remembering<T>(read: Read<T>): Read<T> {
  const answers = new Map<string, ReturnType<Read<T>>>();
  return (text) => {
    const known = answers.get(text);
    if (known) return known;
    const answer = read(text);
    if (answers.size < limit) answers.set(text, answer);
    return answer;
  };
}
