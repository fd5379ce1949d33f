import type { Result } from "../../domain/result";
import type { KnownHousehold } from "../../protocol/area-pack";
import type { TransportProblem } from "../../protocol/client";
import type { StorageProblem } from "../database/storage-problem";
import type { ReadStore } from "../device/store";

/** Households of the campaigns that the person's teams take part in: here without a network once they were fetched. */
export type Areas = {
  /** Undefined until they were read for the first time, which looking at them begins. */
  readonly packs: ReadStore<readonly PackOnPhone[] | undefined>;
  /** Fetches a campaign's households, or what changed since. What arrived before it broke stays. */
  download(campaignId: string): Promise<Result<undefined, PackProblem>>;
  /** What is here, with own visits over it; again whenever `packs` or `entries` change. Undefined when it can't be read now. */
  open(campaignId: string): Promise<AreaPack | undefined>;
};

export type PackOnPhone = {
  readonly campaignId: string;
  /** Grows when something arrived. */
  readonly revision: number;
  /** False after a first download that broke: some hamlets may be missing. */
  readonly isComplete: boolean;
  readonly households: number;
  /** On this phone. */
  readonly bytes: number;
  readonly refreshedAt?: string;
  /** Households that arrived, while some are being fetched. */
  readonly fetching?: number;
};

export type AreaPack = {
  readonly campaignId: string;
  /** False when nothing was fetched yet: then only own visits are known. */
  readonly isHere: boolean;
  /** Households by hamlet in house order. */
  readonly areas: ReadonlyMap<string, readonly PackHousehold[]>;
};

export type PackHousehold = Omit<KnownHousehold, "gone" | "visitCount"> & {
  /** The last visit is this phone's and not received yet. */
  readonly isUnsent?: boolean;
};

export type PackProblem = { readonly problem: TransportProblem["problem"] } | StorageProblem;
