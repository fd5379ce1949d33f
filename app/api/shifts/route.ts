import { err, ok } from "@/lib/domain/result";
import { ShiftChange, WeekQuery } from "@/lib/protocol/shifts";
import { handle, handleRead } from "@/lib/server/http/handle";
import { changeShifts } from "@/lib/server/shifts/change-shifts";
import { readWeek } from "@/lib/server/shifts/read-week";

export const dynamic = "force-dynamic";

/** The plan of a unit's week. */
export const GET = handleRead(WeekQuery, async ({ person, body, now }) => {
  const week = await readWeek(person.actor, body, now);
  return week ? ok(week) : err("unknownOrForbidden");
});

/** Plans, changes or cancels a shift, or copies a week. */
export const POST = handle(ShiftChange, ({ person, body, now }) => changeShifts(person.actor, body, now));
