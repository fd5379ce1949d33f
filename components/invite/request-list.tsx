"use client";
import { Check, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDate } from "@/lib/domain/time/local-date";
import { InvitationsChanged, InvitationsResponse, type WaitingRequest } from "@/lib/protocol/invitations";
import { sendChange } from "@/lib/protocol/send-change";
import { inviteText } from "@/lib/text/invite";
import { momentText } from "@/lib/text/moment";
import { refusals } from "@/lib/text/refusals";

/** Who asks to join, as the server knows it now; deciding needs a network. */
export function RequestList() {
  const [requests, setRequests] = useState<readonly WaitingRequest[] | "offline">();
  const look = useCallback(() => void readRequests().then(setRequests), []);
  useEffect(() => {
    look();
    window.addEventListener("online", look);
    return () => window.removeEventListener("online", look);
  }, [look]);
  return (
    <section aria-labelledby="requests" className="grid gap-2">
      <h2 id="requests" className="text-head">{inviteText.requests}</h2>
      {requests === "offline" && <p className="text-ink-2">{inviteText.requestsOffline}</p>}
      {Array.isArray(requests) && requests.length === 0 && <p className="text-ink-2">{inviteText.requestsNone}</p>}
      {Array.isArray(requests) && requests.map((request) => <Request key={request.id} request={request} onDecided={look} />)}
    </section>
  );
}

function Request({ request, onDecided }: { readonly request: WaitingRequest; readonly onDecided: () => void }) {
  const { id, name, unitName, askedAt, since, unsent, refused } = request;
  const [busy, setBusy] = useState<"approve" | "refuse">();
  const [problem, setProblem] = useState<string>();
  const decide = async (change: "approve" | "refuse") => {
    setBusy(change);
    setProblem(undefined);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/invitations", { change, id }, InvitationsChanged);
    setBusy(undefined);
    if (answer.ok) return onDecided();
    setProblem(answer.error.code ? refusals[answer.error.code] : inviteText.unreachable);
  };
  return (
    <Card className="grid gap-2 p-3.5">
      <div>
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-ink-2">{unitName}</p>
        <p className="text-small text-ink-2">
          {[inviteText.asked(momentText(askedAt)), inviteText.since(formatDate(since)), inviteText.unsent(unsent)].join(" · ")}
        </p>
        {refused && <p className="text-small text-warn">{inviteText.refusedBy(refused.by, momentText(refused.at))}</p>}
      </div>
      {problem && <p role="alert" className="font-medium text-warn">{problem}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        {!refused && (
          <Button look="quiet" icon={X} aria-label={inviteText.refuseOf(name)} busyLabel={busy === "refuse" ? inviteText.deciding : undefined} onClick={() => void decide("refuse")}>
            {inviteText.refuse}
          </Button>
        )}
        <Button look="second" icon={Check} aria-label={inviteText.approveOf(name)} busyLabel={busy === "approve" ? inviteText.deciding : undefined} onClick={() => void decide("approve")}>
          {inviteText.approve}
        </Button>
      </div>
    </Card>
  );
}

async function readRequests(): Promise<readonly WaitingRequest[] | "offline"> {
  try {
    const answer = await fetch("/api/invitations", { cache: "no-store" });
    return InvitationsResponse.safeParse(await answer.json()).data?.requests ?? "offline";
  } catch {
    return "offline";
  }
}
