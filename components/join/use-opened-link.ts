"use client";
import { useEffect, useState } from "react";
import { readJoinLink } from "@/lib/protocol/join-link";
import type { WayIn } from "./way-in";

/** A code that was scanned with the phone's own camera opens this page: it is read once, and leaves the address and the history. */
export function useOpenedLink(): readonly [WayIn | undefined, (way: WayIn | undefined) => void] {
  const [way, setWay] = useState<WayIn>();
  useEffect(() => {
    const read = () => {
      const { pathname, search, hash } = window.location;
      const link = readJoinLink(`${pathname}${hash}`);
      if (hash) window.history.replaceState(window.history.state, "", `${pathname}${search}`);
      if (link) setWay({ link });
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return [way, setWay];
}
