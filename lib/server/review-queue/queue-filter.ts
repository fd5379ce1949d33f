import "server-only";
import * as z from "zod/mini";
import { entryKinds } from "@/lib/domain/entry/entry";
import { placeKinds } from "@/lib/domain/entry/help-session";
import { outcomeKinds } from "@/lib/domain/entry/outcome";
import { Uuid } from "@/lib/domain/ids";
import { queueAges, queueViews, type QueueFilter } from "@/lib/protocol/review-queue";

/** What the address of a page says; what it says wrongly is left out, never an error. */
export function queueFilterOf(parameters: Readonly<Record<string, string | string[] | undefined>>): QueueFilter {
  const one = (name: string) => [parameters[name]].flat()[0];
  const authorId = Uuid.safeParse(one("author")).data;
  const kind = z.enum(entryKinds).safeParse(one("kind")).data;
  const outcome = z.enum(outcomeKinds).safeParse(one("outcome")).data;
  const place = z.enum(placeKinds).safeParse(one("place")).data;
  const search = one("q")?.trim().slice(0, 60);
  const after = one("after");
  return {
    view: z.enum(queueViews).safeParse(one("view")).data ?? "all",
    order: one("order") === "oldest" ? "oldest" : "newest",
    age: z.enum(queueAges).safeParse(one("age")).data ?? "any",
    ...(authorId ? { authorId } : {}),
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
    ...(place ? { place } : {}),
    ...(search ? { search } : {}),
    ...(after ? { after } : {}),
  };
}
