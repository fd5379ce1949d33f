"use client";
import { Clock, UserPlus } from "lucide-react";
import { useState } from "react";
import { InstallFirst } from "@/components/phone/install-first";
import { OpenElsewhere } from "@/components/phone/open-elsewhere";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Dock } from "@/components/ui/top-bar";
import { parsePersonName } from "@/lib/domain/identity/person-name";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import { writeJoinLink } from "@/lib/protocol/join-link";
import { joinText } from "@/lib/text/join";
import { refusals } from "@/lib/text/refusals";
import type { WayIn } from "./way-in";

type Props = {
  readonly way: WayIn;
  /** Who works on this phone at the moment. */
  readonly openedBy: string | undefined;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onName: (name: string) => void;
  readonly onBack: () => void;
};

/** Into which team, and under which name. */
export function NameStep({ way, openedBy, busy, problem, onName, onBack }: Props) {
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState<string>();
  const go = () => {
    const parsed = parsePersonName(name);
    if (parsed.ok) return onName(parsed.value);
    setWrong(parsed.error === "required" ? joinText.nameMissing : refusals[parsed.error]);
  };
  return (
    <form
      className="flex flex-1 flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(undefined);
        go();
      }}
    >
      <main className="grid gap-5 px-4 pt-3 pb-6">
        {/* The address says nothing of the link any more. */}
        <OpenElsewhere link={"link" in way ? writeJoinLink(window.location.origin, way.link) : undefined} />
        <InstallFirst />
        {"link" in way && <Team link={way.link} />}
        {openedBy !== undefined && <Banner icon={UserPlus} tone="brand">{joinText.openedBy(openedBy)}</Banner>}
        <TextField
          label={joinText.name}
          value={name}
          autoComplete="name"
          autoCapitalize="words"
          hint={joinText.nameHint}
          error={wrong}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="text-ink-2">{joinText.nextPin}</p>
        <p role="alert" className={problem ? "font-medium text-warn" : "sr-only"}>
          {problem}
        </p>
      </main>
      <Dock>
        <Button look="quiet" onClick={onBack}>
          {joinText.back}
        </Button>
        <Button type="submit" className="flex-1" busyLabel={busy ? joinText.busy : undefined}>
          {joinText.go}
        </Button>
      </Dock>
    </form>
  );
}

/** An invitation that is over is a question all the same. */
function Team({ link: { unit, invitation } }: Extract<WayIn, { link: unknown }>) {
  const isOver = invitation !== undefined && invitation.through < localDateOf(new Date().toISOString());
  return (
    <section aria-label={unit.name} className="grid gap-1">
      <p className="text-ink-2">{invitation ? joinText.invited : joinText.asking}</p>
      <h2 className="text-title">{unit.name}</h2>
      {invitation?.role === "leader" && <p className="font-medium">{joinText.asLeader}</p>}
      {!invitation && <p>{joinText.askingHow}</p>}
      {isOver && <Banner icon={Clock}>{joinText.expired(formatDate(invitation.through))}</Banner>}
    </section>
  );
}
