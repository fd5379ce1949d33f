import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { whoAsks } from "./authenticate";
import type { Person } from "./person";

const asking = cache(async () => whoAsks({ headers: await headers() }));

/** Who looks at the page that is being rendered; asked once per request. */
export async function currentPerson(): Promise<Person | undefined> {
  const asked = await asking();
  return asked.ok ? asked.value : undefined;
}

/** The same, or off to the sign-in screen, at the step that is missing; it leads back to `path`. */
export async function requirePerson(path: string): Promise<Person> {
  const asked = await asking();
  if (asked.ok) return asked.value;
  const { field: step } = asked.error;
  return redirect(`/sign-in?${new URLSearchParams({ ...(step ? { step } : {}), next: path })}`);
}
