"use client";
import { useState } from "react";
import { LinkButton } from "@/components/ui/link-button";
import type { PhoneOpening } from "@/lib/phone/opening";
import { lockText } from "@/lib/text/lock";
import { LockFrame } from "./lock-frame";
import { PeopleList } from "./people-list";
import { Unlock } from "./unlock";

/** A phone that is locked: who is here, then the PIN. The same for a reload, a pause, and the next person of a shift. */
export default function LockScreen({ opening }: { readonly opening: Extract<PhoneOpening, { state: "locked" }> }) {
  const [picked, setPicked] = useState<string | null>();
  if (opening.people.length === 0) return <main className="min-h-dvh" aria-busy="true" />; // who is here is being read
  const id = picked === undefined ? opening.chosen : picked;
  const person = opening.people.find((each) => each.id === id);
  if (person) {
    return (
      <Unlock key={person.id} person={person} unlock={opening.unlock} takesOver={person.id !== opening.chosen} onOthers={() => setPicked(null)} />
    );
  }
  return (
    <LockFrame
      title={lockText.who}
      below={
        <LinkButton href="/sign-in" look="quiet">{lockText.somebodyElse}</LinkButton>
      }
    >
      <PeopleList people={opening.people} onChoose={setPicked} />
    </LockFrame>
  );
}
