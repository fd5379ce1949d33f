import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { withActor } from "@/lib/server/database/with-actor";
import type { SheetIssuer } from "./sheet";

/** A unit of the Union as who issues a paper, with the unit above it. */
export function readIssuer(actor: Actor, unitId: string): Promise<Omit<SheetIssuer, "signers">> {
  return withActor(actor, async (tx) => {
    const [unit] = await tx.$queryRaw<{ name: string; superior: string | null }[]>`
      select unit.name, parent.name as superior from unit
      left join unit_parent step on step.unit_id = unit.id and step.valid_from <= now() and (step.valid_to is null or now() < step.valid_to)
      left join unit parent on parent.id = step.parent_id
      where unit.id = ${unitId}::uuid limit 1`;
    return { name: unit?.name ?? "", ...(unit?.superior ? { superior: unit.superior } : {}), isYouthUnion: true };
  });
}
