"use client";
import { Button } from "@/components/ui/button";
import { Dock } from "@/components/ui/top-bar";
import type { InvitedTo } from "@/lib/phone/people/offline-join";
import { joinText } from "@/lib/text/join";
import type { WayIn } from "./way-in";

type Props = { readonly way: WayIn; readonly name: string; readonly onGo: (invited: InvitedTo | undefined) => void; readonly onOther: () => void };

/** Somebody who waits for approval has got a code: for them, or for somebody else who holds the phone now? */
export function SameStep({ way, name, onGo, onOther }: Props) {
  return (
    <>
      <main className="grid gap-3 px-4 pt-3 pb-6">
        {"link" in way && <h2 className="text-title">{way.link.unit.name}</h2>}
        <p>{joinText.forYouHow}</p>
        <Button look="second" onClick={onOther}>
          {joinText.forOther}
        </Button>
      </main>
      <Dock>
        <Button className="flex-1" onClick={() => onGo(invitedBy(way))}>
          {joinText.forYou(name)}
        </Button>
      </Dock>
    </>
  );
}

/** A poster says nothing that was not asked before. */
function invitedBy(way: WayIn): InvitedTo | undefined {
  if ("code" in way) return { by: { code: way.code } };
  const { unit, invitation } = way.link;
  return invitation && { unit, by: { secret: invitation.secret } };
}
