import type { OutcomeKind } from "@/lib/domain/entry/outcome";
import type { Phone } from "@/lib/phone/phone";
import type { Draft } from "./draft";

/** What was chosen lately, so that it comes first the next time. Kept on the phone like a draft. */
export type LastUsed = {
  readonly outcomeKinds: readonly OutcomeKind[];
  readonly services: readonly string[];
  readonly place?: Draft["place"];
};

const key = "lastUsed";
const servicesKept = 5;

export async function readLastUsed(phone: Phone): Promise<LastUsed> {
  return ((await phone.drafts.load(key)) as LastUsed | undefined) ?? { outcomeKinds: [], services: [] };
}

export async function rememberUse(phone: Phone, before: LastUsed, { outcomes, place }: Draft): Promise<void> {
  const kinds = outcomes.map(({ kind }) => kind);
  const services = outcomes.map(({ service }) => service).filter((service) => service !== "");
  const lastUsed: LastUsed = {
    outcomeKinds: [...new Set([...kinds, ...before.outcomeKinds])],
    services: [...new Set([...services, ...before.services])].slice(0, servicesKept),
    place,
  };
  await phone.drafts.save(key, lastUsed);
}

/** Last used first, the others in their usual order. */
export function byLastUse<Value>(values: readonly Value[], used: readonly Value[]): Value[] {
  return [...used.filter((value) => values.includes(value)), ...values.filter((value) => !used.includes(value))];
}
