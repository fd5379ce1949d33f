"use client";
import { useEffect, useState } from "react";
import type { Phone } from "@/lib/phone/phone";

const key = "invite:shown";
/** More than a phone ever carries at once. */
const most = 40;

/** Which invitations somebody was shown on this phone: two people must not get the same one. Undefined while it is read. */
export function useShown({ drafts }: Phone): readonly [readonly string[] | undefined, (id: string) => void] {
  const [shown, setShown] = useState<readonly string[]>();
  useEffect(() => {
    let left = false;
    void drafts.load(key).then((kept) => {
      if (!left) setShown(Array.isArray(kept) ? kept.filter((id): id is string => typeof id === "string") : []);
    });
    return () => {
      left = true;
    };
  }, [drafts]);
  const mark = (id: string) => {
    const next = [...(shown ?? []).filter((known) => known !== id), id].slice(-most);
    setShown(next);
    void drafts.save(key, next);
  };
  return [shown, mark];
}
