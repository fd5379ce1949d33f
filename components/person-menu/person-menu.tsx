"use client";
import { BookOpen, CalendarClock, ChartNoAxesColumn, ClipboardCheck, KeyRound, LogOut, QrCode, ShieldCheck, Smartphone, UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { BackButton } from "@/components/phone/back-button";
import { LockActions } from "@/components/phone/lock/lock-actions";
import { ShiftEnd } from "@/components/phone/lock/shift-end";
import { mayReview } from "@/components/phone/may-review";
import { AskOnce } from "@/components/ui/ask-once";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import { signOut } from "@/lib/phone/sign-in";
import { appShell } from "@/lib/text/app-shell";
import { lockText } from "@/lib/text/lock";
import { personMenu } from "@/lib/text/person-menu";
import { readyText } from "@/lib/text/ready";
import { ModeChoice } from "./mode-choice";

/** Who works on this phone, how the screen looks, how the phone is doing, and the way out. */
export function PersonMenu({ phone, installGuide, sessions }: { readonly phone: Phone; readonly installGuide: ReactNode; readonly sessions: ReactNode }) {
  const person = useLive(phone.person);
  const device = useLive(phone.device);
  const reviews = mayReview(phone);
  const leads = (person.briefing.invitations ?? []).length > 0;
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={personMenu.title} back={<BackButton label={appShell.back} fallback="/" />} />
      <main className="grid grid-cols-1 gap-5 px-4 pt-3 pb-8">
        <div>
          <p className="text-title">{person.name}</p>
          <p className="text-ink-2">{person.briefing.units.map(({ name }) => name).join(", ")}</p>
        </div>
        <div className="grid gap-2">
          <LockActions phone={phone} />
          <ShiftEnd phone={phone} />
        </div>
        <div className="grid gap-2">
          <LinkButton href="/sync" icon={Smartphone}>{personMenu.sync}</LinkButton>
          <LinkButton href="/ready" icon={ShieldCheck}>{readyText.link}</LinkButton>
          <LinkButton href="/shift" icon={CalendarClock}>{personMenu.shift}</LinkButton>
          <LinkButton href="/guides" icon={BookOpen}>{personMenu.guides}</LinkButton>
          <LinkButton href="/survey-code" icon={QrCode}>{personMenu.survey}</LinkButton>
          {leads && (
            <LinkButton href="/invite" icon={UserPlus}>{personMenu.invite}</LinkButton>
          )}
          {reviews && (
            <LinkButton href="/results" icon={ChartNoAxesColumn}>{personMenu.results}</LinkButton>
          )}
          {reviews && (
            <a href="/desk" className={buttonClass("second")}>
              <ClipboardCheck aria-hidden size={20} />
              {personMenu.desk}
            </a>
          )}
        </div>
        <ModeChoice />
        <section aria-labelledby="install">
          <h2 id="install" className="mb-2 font-semibold">
            {personMenu.install}
          </h2>
          {installGuide}
        </section>
        <section aria-labelledby="device">
          <h2 id="device" className="mb-2 font-semibold">
            {personMenu.device}
          </h2>
          <Card className="px-3.5">
            <dl>
              <Fact name={personMenu.installed} value={device.installed ? personMenu.installedYes : personMenu.installedNo} />
              <Fact name={personMenu.persisted} value={device.persisted ? personMenu.persistedYes : personMenu.persistedNo} />
              <Fact name={personMenu.version} value={process.env.NEXT_PUBLIC_APP_VERSION ?? ""} />
            </dl>
          </Card>
        </section>
        {sessions}
        <div className="grid gap-2">
          <LinkButton href="/pin" icon={KeyRound}>{lockText.menu.changePin}</LinkButton>
          <SignOut phone={phone} />
        </div>
      </main>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2.5 first:border-t-0">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 font-medium wrap-anywhere">{value}</dd>
    </div>
  );
}

function SignOut({ phone }: { readonly phone: Phone }) {
  const router = useRouter();
  const { saved, sending } = useLive(phone.sync);
  const cameByCode = useLive(phone.joining) !== undefined;
  const waiting = saved + sending;
  const leave = async () => {
    void signOut(); // the phone is left also where the server can't be told
    await phone.signOut();
    router.replace("/");
  };
  return (
    <AskOnce action={personMenu.signOut} icon={LogOut} title={personMenu.signOutTitle} keep={personMenu.stay} onConfirm={leave}>
      {waiting > 0 ? personMenu.signOutWaiting(waiting) : personMenu.signOutNothing}
      {cameByCode && <span className="mt-2 block font-medium">{personMenu.signOutByCode}</span>}
    </AskOnce>
  );
}
