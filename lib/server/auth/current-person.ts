import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { authenticate } from "./authenticate";
import type { Person } from "./person";

/** Who looks at the page that is being rendered; asked once per request. */
export const currentPerson = cache(async (): Promise<Person | undefined> => authenticate({ headers: await headers() }));

/** The same, or off to the sign-in screen, which leads back to `path`. */
export async function requirePerson(path: string): Promise<Person> {
  return (await currentPerson()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
