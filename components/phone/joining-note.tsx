"use client";
import { Hourglass } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { OwnJoin } from "@/lib/phone/people/offline-join";
import type { Phone } from "@/lib/phone/phone";
import { joiningText } from "@/lib/text/join";

type Props = { readonly phone: Phone; readonly join: OwnJoin & { readonly state: Exclude<OwnJoin["state"], "joined"> } };

/** What stands between somebody who came by a code, or asked, and sending. */
export default function JoiningNote({ phone, join: { state, unit, why } }: Props) {
  const because = why === undefined ? undefined : joiningText.why[why];
  return (
    <Banner
      icon={Hourglass}
      tone={state === "refused" ? "warn" : "brand"}
      action={
        state === "refused" ? (
          <Button look="quiet" onClick={() => void phone.askAgain()}>{joiningText.askAgain}</Button>
        ) : state === "toJoin" ? undefined : (
          <LinkButton href="/join" look="quiet">{joiningText.useInvitation}</LinkButton>
        )
      }
    >
      {because && <span className="block font-medium">{because}</span>}
      {joiningText[state](unit.name)}
    </Banner>
  );
}
