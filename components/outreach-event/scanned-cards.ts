import * as z from "zod/mini";
import { ageBucketOn } from "@/lib/domain/identity/birth-date";
import { parseCardQr } from "@/lib/domain/identity/card-qr";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { LocalDate } from "@/lib/domain/time/local-date";

/**
 * The cards that were read for one event: salted digests, enough to know a card again while its holder is still
 * there, and whether that is a young one. No number is kept, and nothing of this goes into the entry.
 */
export const ScannedCards = z.object({
  salt: z.string(),
  cards: z.readonly(z.array(z.object({ digest: z.string(), youth: z.boolean() }))),
});
export type ScannedCards = Readonly<z.infer<typeof ScannedCards>>;
export type ScannedCard = ScannedCards["cards"][number];

type Days = { readonly today: LocalDate; /** Age is that on the day of the event. */ readonly eventDay: LocalDate };

/** One more person. Refuses what is no card (see `parseCardQr`), and with `cardAlreadyScanned` the second time. */
export async function readAttendant(text: string, { salt, cards }: ScannedCards, { today, eventDay }: Days): Promise<Result<ScannedCard, RefusalCode>> {
  const card = parseCardQr(text, today);
  if (!card.ok) return card;
  const digest = await digestOf(`${salt}|${card.value.personalNumber}`);
  if (cards.some((known) => known.digest === digest)) return err("cardAlreadyScanned");
  return ok({ digest, youth: ageBucketOn(card.value.birth, eventDay) === "youth" });
}

export function countYouth({ cards }: ScannedCards): number {
  return cards.filter(({ youth }) => youth).length;
}

/** Half of a SHA-256: no two people of one event meet in it. */
async function digestOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
