import type { UnsentWork } from "@/lib/protocol/phones";
import { formatDay } from "@/lib/text/moment";
import { phoneTexts } from "@/lib/text/phones";

/** One line for each person, whatever the number of phones; undefined where everything has arrived. Names no citizen. */
export function reminderText({ people, peopleCount }: Pick<UnsentWork, "people" | "peopleCount">, now: string): string | undefined {
  if (people.length === 0) return undefined;
  const { head, line, more } = phoneTexts.reminder;
  const lines = people.map(({ name, unitName, unsent, oldest }) => line(name, unitName, unsent, oldest && formatDay(oldest)));
  return [head(formatDay(now)), ...lines, ...(peopleCount > people.length ? [more(peopleCount - people.length)] : [])].join("\n");
}
