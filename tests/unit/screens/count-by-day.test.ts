import { expect, test } from "vitest";
import { countByDay } from "@/components/home/count-by-day";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { home } from "@/lib/text/home";

const on = (...days: string[]) => days.map((day) => ({ happenedOn: day as LocalDate }));
const today = "2026-03-01" as LocalDate;

test("says of which days what needs its author is", () => {
  expect(countByDay(on("2026-03-01", "2026-02-28", "2026-02-28", "2026-02-27"), today)).toEqual({ today: 1, yesterday: 2, earlier: 1 });
  expect(home.attentionDays({ today: 1, yesterday: 1, earlier: 0 })).toBe("1 của hôm nay, 1 của hôm qua");
  expect(home.attentionDays({ today: 0, yesterday: 0, earlier: 3 })).toBe("3 từ trước đó");
});
