"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { accountText } from "@/lib/text/account";

const OwnSessions = dynamic(() => import("./own-sessions").then((module) => module.OwnSessions), {
  ssr: false,
  loading: () => <p role="status">{accountText.sessions.loading}</p>,
});

/** On the phone the list is fetched when somebody wants to see it. */
export function SessionsSection() {
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-2 font-semibold">
        {accountText.sessions.title}
      </h2>
      {shown ? (
        <OwnSessions />
      ) : (
        <Button look="second" className="w-full" onClick={() => setShown(true)}>
          {accountText.sessions.show}
        </Button>
      )}
    </section>
  );
}
