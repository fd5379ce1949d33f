import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationTable } from "@/components/invitations/invitation-table";
import { NewInvitation } from "@/components/invitations/new-invitation";
import { PosterChoice } from "@/components/invitations/poster-choice";
import { RequestTable } from "@/components/invitations/request-table";
import { requirePerson } from "@/lib/server/auth/current-person";
import { listInvitations } from "@/lib/server/invitations/list-invitations";
import { listRequests } from "@/lib/server/invitations/list-requests";
import { listInvitableUnits } from "@/lib/server/invitations/list-units";
import { invitationTexts } from "@/lib/text/desk-invitations";
import "@/components/invitations/invitations.css";

export const metadata: Metadata = { title: invitationTexts.title };

/** Who comes in: invitations, posters, and who asks. */
export default async function InvitationsPage() {
  const { actor } = await requirePerson("/desk/invitations");
  const now = new Date().toISOString();
  const [units, requests, invitations] = await Promise.all([listInvitableUnits(actor, now), listRequests(actor), listInvitations(actor, now)]);
  if (units.length === 0) notFound();
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{invitationTexts.title}</h1>
          <p className="desk-caption text-ink-2">{invitationTexts.about}</p>
        </div>
      </header>
      <div className="invitations">
        <div>
          <RequestTable requests={requests} />
          <InvitationTable invitations={invitations} />
        </div>
        <div>
          <NewInvitation units={units} />
          <PosterChoice units={units} />
        </div>
      </div>
    </>
  );
}
