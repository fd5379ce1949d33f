"use client";

import { useLinkStatus } from "next/link";
import { desk } from "@/lib/text/desk";

/** Inside a link: says that its page is on the way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span role="status" className="link-pending">{desk.loading}</span> : null;
}
