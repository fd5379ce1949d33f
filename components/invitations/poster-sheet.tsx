"use client";
import { Poster } from "@/components/ui/poster";
import { QrCode } from "@/components/ui/qr-code";
import { useHydrated } from "@/components/ui/use-hydrated";
import { shownInvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { PosterOfUnit } from "@/lib/protocol/invitations";
import { writeJoinLink } from "@/lib/protocol/join-link";
import { desk } from "@/lib/text/desk";
import { invitationTexts } from "@/lib/text/desk-invitations";

/** For the wall. It holds no secret: whoever scans it asks. */
export function PosterSheet({ poster: { unit, place, code } }: { readonly poster: PosterOfUnit }) {
  const hydrated = useHydrated();
  const link = hydrated ? writeJoinLink(window.location.origin, { unit, ...(place ? { place } : {}) }) : undefined;
  return (
    <Poster
      title={invitationTexts.poster} back={{ href: "/desk/invitations", label: invitationTexts.posterBack }} print={invitationTexts.posterPrint}
      brand={desk.product} name={unit.name} heading={invitationTexts.posterHeading}
      code={<QrCode text={link} label={invitationTexts.posterQr(unit.name)} failed={invitationTexts.qrCodeFailed} />}
      foot={hydrated && <b>{invitationTexts.posterCode(window.location.host, shownInvitationCode(code))}</b>}
    >
      <p className="poster-how">{invitationTexts.posterHow}</p>
    </Poster>
  );
}
