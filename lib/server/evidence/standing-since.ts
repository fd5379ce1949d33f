import "server-only";
import { Prisma } from "@/lib/server/generated/client";

/**
 * Since when an outcome's evidence stands as it does. Whoever has to say something is waited for from the leader's
 * confirmation on, and not before it. For queries that name `outcome_standing` `standing` and join `entry`.
 */
export const standingSince = Prisma.sql`
  case when standing.standing not in ('awaitingPolice', 'awaitingOfficer') then standing.since
       when entry.status = 'confirmed' then greatest(standing.since, entry.status_changed_at) end`;
