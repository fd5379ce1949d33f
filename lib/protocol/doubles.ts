import * as z from "zod/mini";
import type { EntryKind } from "../domain/entry/entry";
import type { OutcomeKind } from "../domain/entry/outcome";
import { Uuid } from "../domain/ids";
import type { LocalDate } from "../domain/time/local-date";
import { DeviceManifest } from "./device-manifest";
import { protocolMarker } from "./version";

/** One side of a pair in the list: no citizen is named here, opening the pair shows them and is logged. */
export type DoubleSide = {
  readonly id: string;
  readonly receipt: string;
  readonly unitName: string;
  readonly authorName: string;
  readonly happenedOn: LocalDate;
};

export type DoublePair = {
  readonly kind: EntryKind;
  /** What both say was done. */
  readonly shared: OutcomeKind;
  /** The hamlet, of visits. */
  readonly areaName?: string;
  readonly sides: readonly [DoubleSide, DoubleSide];
};

export type DoubleList = {
  readonly pairs: readonly DoublePair[];
  /** Entries that somebody outside of the person's units may have recorded too: no more is said of it. */
  readonly elsewhere: readonly (DoubleSide & { readonly kind: EntryKind })[];
  /** There is more than is listed. */
  readonly more: boolean;
};

/**
 * POST /api/doubles, from the desk: what somebody decided about two entries that may be the same. `id` is the
 * command's with which the entry that doesn't stand ends: the same decision may arrive any number of times.
 */
export const DecideDouble = z.discriminatedUnion("verdict", [
  z.strictObject({ verdict: z.literal("different"), entryId: Uuid, otherId: Uuid }),
  z.strictObject({
    verdict: z.literal("same"),
    id: Uuid,
    device: DeviceManifest,
    standingId: Uuid,
    droppedId: Uuid,
    /** Of the entry that doesn't stand. */
    expectedVersion: z.int().check(z.minimum(1)),
  }),
]);
export type DecideDouble = z.infer<typeof DecideDouble>;

export const DoubleDecided = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), verdict: z.enum(["same", "different"]) });
