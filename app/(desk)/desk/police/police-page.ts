import { redirect } from "next/navigation";
import { isPoliceKind, type PoliceKind } from "@/lib/domain/evidence/checked-kind";
import { policePartOf } from "@/lib/domain/evidence/permission";
import { Uuid } from "@/lib/domain/ids";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readBacklog } from "@/lib/server/evidence/read-backlog";
import { readPoliceAreas } from "@/lib/server/evidence/read-police-areas";

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Who looks, at which kind and place, and what is open there; whoever is not of the police is sent on. */
export async function readPolicePage(path: string, parameters: Promise<Parameters>) {
  const { actor } = await requirePerson(path);
  const now = new Date().toISOString();
  const today = localDateOf(now);
  const part = policePartOf(actor, today) ?? redirect("/desk");
  const { kind: asked, area, after } = await parameters;
  const kind: PoliceKind = typeof asked === "string" && isPoliceKind(asked) ? asked : "vneidActivated";
  const [areas, backlog] = [await readPoliceAreas(actor), await readBacklog(actor, now, "hamlet")];
  const countOf = (one: PoliceKind) => backlog.filter((row) => row.kind === one).reduce((sum, { open }) => sum + open, 0);
  return {
    actor, part, kind, areas, backlog, today, now,
    areaId: Uuid.safeParse(area).data,
    after: typeof after === "string" ? after : undefined,
    counts: { vneidActivated: countOf("vneidActivated"), householdInformed: countOf("householdInformed") },
  };
}
