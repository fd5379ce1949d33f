import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { DeskShell } from "@/components/desk-shell/desk-shell";
import { LockWithPhone } from "@/components/desk-shell/lock-with-phone";
import { localDateOf } from "@/lib/domain/time/local-date";
import { currentPerson } from "@/lib/server/auth/current-person";
import { rolesOn } from "@/lib/server/auth/person";
import { hasPhone } from "@/lib/server/auth/phone-lock";
import { worksForProvince } from "@/lib/server/reports/find-report-unit";
import { countWaiting } from "@/lib/server/review-queue/queue-counts";
import { desk } from "@/lib/text/desk";
import "./desk.css";

export const metadata: Metadata = { title: { default: desk.product, template: `%s · ${desk.product}` }, robots: { index: false } };

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (!person) return children; // the page sends to the sign-in screen
  const today = localDateOf(new Date().toISOString());
  return (
    <DeskShell name={person.name} roles={rolesOn(person, today)} forProvince={await worksForProvince(person.actor, today)} waiting={await countWaiting(person.actor)}>
      {hasPhone(await headers()) && <LockWithPhone personId={person.actor.userId} />}
      {children}
    </DeskShell>
  );
}
