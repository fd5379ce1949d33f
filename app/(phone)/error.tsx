"use client";
import { Button } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import { appShell } from "@/lib/text/app-shell";

/** A fault of ours. Loading anew also brings the chunks of one version together again. */
export default function PhoneFault() {
  const { title, body, retry } = appShell.fault;
  return (
    <EmptyScreen title={title} action={<Button onClick={() => window.location.reload()}>{retry}</Button>}>
      {body}
    </EmptyScreen>
  );
}
