"use client";
import { DenseButton } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { QrCode } from "@/components/ui/qr-code";
import { useHydrated } from "@/components/ui/use-hydrated";
import { shownInvitationCode } from "@/lib/domain/invitation/invitation-code";
import { formatDate } from "@/lib/domain/time/local-date";
import type { ShownInvitation } from "@/lib/protocol/invitations";
import { writeJoinLink } from "@/lib/protocol/join-link";
import { invitationTexts } from "@/lib/text/desk-invitations";

type Props = { readonly invitation: ShownInvitation; readonly open: boolean; readonly onClose: () => void };

/** An invitation as somebody scans it from the screen, or types it. Whom it brings back has to type it: only the server knows the person. */
export function InvitationDialog({ invitation, open, onClose }: Props) {
  const { unitId, unitName, role, kind, code, secret, through, forName } = invitation;
  const hydrated = useHydrated();
  const link = hydrated && open ? writeJoinLink(window.location.origin, { unit: { id: unitId, name: unitName }, invitation: { secret, role, through } }) : undefined;
  return (
    <Dialog
      title={forName ? invitationTexts.shownFor(forName) : invitationTexts.shownTitle(unitName)}
      open={open}
      onClose={onClose}
      actions={<DenseButton onClick={onClose}>{invitationTexts.close}</DenseButton>}
    >
      <div className="invitation-shown">
        {kind !== "return" && <QrCode text={link} label={invitationTexts.qrCode(unitName)} failed={invitationTexts.qrCodeFailed} />}
        <p className="invitation-code">{shownInvitationCode(code)}</p>
        <p className="desk-dense">{kind === "return" ? invitationTexts.howBack : hydrated && invitationTexts.how(window.location.host)}</p>
        <p className="desk-dense text-ink-2">{invitationTexts.once(formatDate(through))}</p>
      </div>
    </Dialog>
  );
}
