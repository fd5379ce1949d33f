"use client";
import { InstallFirst } from "@/components/phone/install-first";
import { OpenElsewhere } from "@/components/phone/open-elsewhere";
import { LogIn, ScanLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { ScannerSheet } from "@/components/phone/scanner/scanner-sheet";
import { usePhoneOpening } from "@/components/phone/use-phone-opening";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { typedInvitationCode } from "@/lib/domain/invitation/invitation-code";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { joinText } from "@/lib/text/join";
import { refusals } from "@/lib/text/refusals";
import { beginByCode, beginByLink, type JoinProblem } from "./begin";
import { NameStep } from "./name-step";
import { SameStep } from "./same-step";
import { useOpenedLink } from "./use-opened-link";
import { scannedWay, type WayIn } from "./way-in";

/** From a scanned or typed code to the first entry: who you are, a PIN, and on you go. */
export function JoinScreen() {
  const router = useRouter();
  const opening = usePhoneOpening();
  const [other, setOther] = useState(false);
  const asking = opening?.state === "ready" && !other && isAsking(opening.phone) ? opening.phone : undefined;
  const [way, setWay] = useOpenedLink();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<JoinProblem>();

  const begin = async (name: string) => {
    if (!way) return;
    setBusy(true);
    setProblem(undefined);
    const begun = "link" in way ? await beginByLink(way.link, name) : await beginByCode(way.code, name);
    if (begun.ok) return router.replace("/"); // where the PIN is asked for
    setBusy(false);
    setProblem(begun.error);
  };

  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={joinText.title} back={<BackButton label={appShell.back} fallback="/sign-in" />} />
      {way && asking ? (
        <SameStep
          way={way}
          name={asking.person.getSnapshot().name}
          onGo={(invited) => void asking.askAgain(invited).then(() => router.replace("/"))}
          onOther={() => setOther(true)}
        />
      ) : way ? (
        <NameStep
          key={"link" in way ? way.link.unit.id : way.code}
          way={way}
          openedBy={opening?.state === "ready" ? opening.phone.person.getSnapshot().name : undefined}
          busy={busy}
          problem={problem && sentenceOf(problem)}
          onName={(name) => void begin(name)}
          onBack={() => {
            setProblem(undefined);
            setWay(undefined);
          }}
        />
      ) : (
        <CodeStep onWay={setWay} />
      )}
    </div>
  );
}

function CodeStep({ onWay }: { readonly onWay: (way: WayIn) => void }) {
  const [scanning, setScanning] = useState(false);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const scan = (text: string) => {
    const scanned = scannedWay(text);
    if (!scanned.ok) return scanned.error;
    onWay(scanned.value);
    return undefined;
  };
  const go = () => {
    const code = typedInvitationCode(typed);
    setWrong(!code);
    if (code) onWay({ code });
  };
  return (
    <>
      <main className="grid gap-5 px-4 pt-3 pb-6">
        <OpenElsewhere />
        <InstallFirst />
        <p className="text-ink-2">{joinText.intro}</p>
        <form
          className="grid gap-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <h2 className="font-semibold">{joinText.typeInstead}</h2>
          <TextField
            label={joinText.code}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={20}
            hint={joinText.codeHint}
            error={wrong ? joinText.codeMalformed : undefined}
            className="tracking-widest uppercase"
          />
          <Button type="submit" look="second">
            {joinText.go}
          </Button>
        </form>
        <LinkButton href="/sign-in" look="quiet" icon={LogIn}>{joinText.signIn}</LinkButton>
      </main>
      <Dock>
        <Button icon={ScanLine} className="flex-1" onClick={() => setScanning(true)}>
          {joinText.scan}
        </Button>
      </Dock>
      {scanning && <ScannerSheet mode="invitation" onText={scan} onClose={() => setScanning(false)} onType={() => setScanning(false)} />}
    </>
  );
}

/** Whoever waits for a leader and got an invitation meanwhile stays the same person. */
function isAsking({ joining }: Phone): boolean {
  const join = joining.getSnapshot();
  return join !== undefined && join.state !== "joined";
}

function sentenceOf(problem: JoinProblem): string {
  return typeof problem === "string" ? joinText[problem] : refusals[problem.code];
}
