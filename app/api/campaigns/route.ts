import { ChangeCampaign } from "@/lib/protocol/campaigns";
import { changeCampaign } from "@/lib/server/campaigns/change-campaign";
import { handle } from "@/lib/server/http/handle";

/** Campaigns from door to door: made, changed, ended. */
export const POST = handle(ChangeCampaign, ({ person, body, now }) => changeCampaign(person.actor, body, now));
