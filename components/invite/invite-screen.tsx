"use client";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { Button } from "@/components/ui/button";
import { Options } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { QrCode } from "@/components/ui/qr-code";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import { shownInvitationCode } from "@/lib/domain/invitation/invitation-code";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { inviteText } from "@/lib/text/invite";
import { choosePooled, linkOf, unitsOf } from "./pool";
import { RequestList } from "./request-list";
import { useShown } from "./use-shown";

/** A leader lets people in, also where there is no signal: one code for each. */
export const InviteScreen = withPhone(Invite);

function Invite({ phone }: { readonly phone: Phone }) {
  const { briefing } = useLive(phone.person);
  const units = unitsOf(briefing);
  const [chosen, setChosen] = useState<string>();
  const unit = units.find(({ id }) => id === chosen) ?? units[0];
  const [shown, markShown] = useShown(phone);
  const today = localDateOf(phone.now());
  const pool = unit && shown ? choosePooled(briefing, unit.id, shown, today) : undefined;
  const next = (id: string) => {
    markShown(id);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={inviteText.title} back={<BackButton label={appShell.back} fallback="/me" />} />
      <main className="grid grid-cols-1 gap-4 px-4 pt-3 pb-6">
        {units.length > 1 && unit && (
          <Options
            legend={inviteText.team}
            name="team"
            value={unit.id}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
        {unit && pool?.current ? (
          <>
            <h2 className="text-center text-title">{unit.name}</h2>
            <QrCode
              text={linkOf(window.location.origin, briefing, unit, pool.current)}
              label={inviteText.qrCode(unit.name)}
              failed={inviteText.qrCodeFailed}
              className="mx-auto max-w-80 border border-line"
            />
            <p className="text-center">
              <span className="block text-small text-ink-2">{inviteText.code}</span>
              <b className="text-display tracking-wider">{shownInvitationCode(pool.current.code)}</b>
            </p>
            <p>{inviteText.how}</p>
            <p className="text-small text-ink-2">{inviteText.howOnline(window.location.host)}</p>
            <p className="text-small text-ink-2">{inviteText.once(formatDate(pool.current.through))}</p>
            <p role="status" className={pool.left === 0 ? "font-medium text-warn" : "font-medium"}>
              {pool.left === 0 ? inviteText.lastShown : inviteText.left(pool.left)}
            </p>
          </>
        ) : (
          shown && (
            <EmptyState title={inviteText.none.title} action={<LinkButton href="/">{inviteText.none.action}</LinkButton>}>
              {inviteText.none.body}
            </EmptyState>
          )
        )}
        <RequestList />
      </main>
      {pool?.current && (
        <Dock>
          <Button icon={ArrowRight} className="flex-1" onClick={() => pool.current && next(pool.current.id)}>
            {inviteText.next}
          </Button>
        </Dock>
      )}
    </div>
  );
}
