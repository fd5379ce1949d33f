import * as z from "zod/mini";
import { outcomeKinds } from "@/lib/domain/entry/outcome";
import type { Phone } from "@/lib/phone/phone";
import { Draft } from "./draft";

/** What was chosen lately, so that it comes first the next time. Kept on the phone like a draft. */
export type LastUsed = z.infer<typeof LastUsed>;
const LastUsed = z.object({
  outcomeKinds: z.readonly(z.array(z.enum(outcomeKinds))),
  services: z.readonly(z.array(z.string())),
  place: z.optional(Draft.shape.place),
  /** Where help was given lately, the last one first. */
  places: z.optional(z.readonly(z.array(Draft.shape.place))),
  unitId: z.optional(z.string()),
});

const key = "lastUsed";
const servicesKept = 5;
const placesKept = 3;

export async function readLastUsed(phone: Phone): Promise<LastUsed> {
  const read = LastUsed.safeParse(await phone.drafts.load(key));
  return read.success ? read.data : { outcomeKinds: [], services: [] };
}

export async function rememberUse(phone: Phone, before: LastUsed, draft: Draft): Promise<void> {
  await phone.drafts.save(key, withUse(before, draft));
}

/** What was used now goes before what was used earlier. */
export function withUse(before: LastUsed, { outcomes, place, unitId, householdId }: Draft): LastUsed {
  const kinds = outcomes.map(({ kind }) => kind);
  const services = outcomes.map(({ service }) => service).filter((service) => service !== "");
  return {
    outcomeKinds: [...new Set([...kinds, ...before.outcomeKinds])],
    services: [...new Set([...services, ...before.services])].slice(0, servicesKept),
    ...(householdId || place.kind === "remote" ? { place: before.place, places: before.places } : placesAfter(before, place)),
    unitId,
  };
}

/** Neither a door nor the telephone is where the next person will be helped. */
function placesAfter({ places = [] }: LastUsed, place: Draft["place"]): Pick<LastUsed, "place" | "places"> {
  const others = places.filter(({ kind, name }) => kind !== place.kind || name !== place.name);
  return { place, places: [place, ...others].slice(0, placesKept) };
}

/** Last used first, the others in their usual order. */
export function byLastUse<Value>(values: readonly Value[], used: readonly Value[]): Value[] {
  return [...used.filter((value) => values.includes(value)), ...values.filter((value) => !used.includes(value))];
}
