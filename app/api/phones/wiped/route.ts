import { handleWiped } from "@/lib/server/fleet/wiped-route";

/** A phone tells that nothing of ours is left on it. */
export const POST = handleWiped;
