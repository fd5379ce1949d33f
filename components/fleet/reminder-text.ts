import type { PhoneList } from "@/lib/protocol/phones";
import { formatDay } from "@/lib/text/moment";
import { phoneTexts } from "@/lib/text/phones";

/** One line for each person, whatever the number of phones; undefined where everything has arrived. Names no citizen. */
export function reminderText({ phones }: Pick<PhoneList, "phones">, now: string): string | undefined {
  const { head, line } = phoneTexts.reminder;
  const people = new Map<string, { name: string; unitName: string; unsent: number; oldest?: string }>();
  for (const { userId, name, unitName, unsent, oldestCapturedAt } of phones.flatMap(({ people }) => people)) {
    if (unsent === 0) continue;
    const known = people.get(userId);
    const oldest = [known?.oldest, oldestCapturedAt].filter((at) => at !== undefined).toSorted()[0];
    people.set(userId, { name, unitName, unsent: (known?.unsent ?? 0) + unsent, ...(oldest ? { oldest } : {}) });
  }
  if (people.size === 0) return undefined;
  const lines = [...people.values()].toSorted((a, b) => b.unsent - a.unsent).map(({ name, unitName, unsent, oldest }) => line(name, unitName, unsent, oldest && formatDay(oldest)));
  return [head(formatDay(now)), ...lines].join("\n");
}
