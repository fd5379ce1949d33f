"use client";
import { ArrowLeft, Printer } from "lucide-react";
import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { QrCode } from "@/components/ui/qr-code";
import { useHydrated } from "@/components/ui/use-hydrated";
import { shownInvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { PosterOfUnit } from "@/lib/protocol/invitations";
import { writeJoinLink } from "@/lib/protocol/join-link";
import { desk } from "@/lib/text/desk";
import { invitationTexts } from "@/lib/text/desk-invitations";

/** One A5 page for the wall, black on white. It holds no secret: whoever scans it asks. */
export function PosterSheet({ poster: { unit, place, code } }: { readonly poster: PosterOfUnit }) {
  const hydrated = useHydrated();
  const link = hydrated ? writeJoinLink(window.location.origin, { unit, ...(place ? { place } : {}) }) : undefined;
  return (
    <>
      <header className="desk-top">
        <Link href="/desk/invitations" className={denseButtonClass("bare")}>
          <ArrowLeft aria-hidden size={16} />
          {invitationTexts.posterBack}
        </Link>
        <h1 className="desk-title">{invitationTexts.poster}</h1>
        <DenseButton look="main" className="ml-auto" onClick={() => window.print()}>
          <Printer aria-hidden size={16} />
          {invitationTexts.posterPrint}
        </DenseButton>
      </header>
      <article className="poster" aria-label={unit.name}>
        <p className="poster-brand">{desk.product}</p>
        <p className="poster-unit">{unit.name}</p>
        <h2 className="poster-heading">{invitationTexts.posterHeading}</h2>
        <QrCode text={link} label={invitationTexts.posterQr(unit.name)} failed={invitationTexts.qrCodeFailed} className="poster-code" />
        <p className="poster-how">{invitationTexts.posterHow}</p>
        <p className="poster-foot">{hydrated && invitationTexts.posterCode(window.location.host, shownInvitationCode(code))}</p>
      </article>
    </>
  );
}
