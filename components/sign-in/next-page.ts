import { signInSteps, type SignInStep } from "@/lib/domain/people/sign-in-step";

/** Where somebody was sent from, out of the address of the sign-in screen; only our own pages. */
export function nextPageOf(search: string): string | undefined {
  const next = new URLSearchParams(search).get("next");
  return next && /^\/(?!\/)[\w/?=&.,%-]*$/.test(next) ? next : undefined;
}

/** At which step somebody was sent here. */
export function stepOf(search: string): SignInStep | undefined {
  const step = new URLSearchParams(search).get("step");
  return signInSteps.find((known) => known === step);
}
