"use client";
import { useEffect } from "react";
import { whenSettled } from "./when-settled";

/**
 * What somebody needs to begin on this phone without a network is fetched with the shell, once a day. Not for a citizen who
 * only answers the survey.
 */
export function KeepStarter() {
  useEffect(() => whenSettled(look), []);
  return null;
}

function look(): void {
  if (window.location.pathname === "/survey") return;
  void keep().catch(() => undefined); // the network is gone: the next page looks again
}

async function keep(): Promise<void> {
  const { isStarterFresh, refreshStarter } = await import("@/lib/phone/people/kept-starter");
  if (!isStarterFresh(Date.now())) await refreshStarter((url) => fetch(url, { cache: "no-store" }));
}
