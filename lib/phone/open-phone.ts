import { openDoor, type Door } from "./door/door";
import { browserEnvironment } from "./device/browser-environment";
import type { PhoneEnvironment } from "./device/environment";
import type { PhoneOpening } from "./opening";
import type { Newcomer } from "./people/newcomer";

/** The phone of this page. Every call answers the same until something changes; after `unavailable`, it tries again. */
export function openPhone(): Promise<PhoneOpening> {
  return pageDoor().open();
}

/** Tells every later opening: somebody signed in or out, here or in another tab, or newer data turned up. */
export function subscribeToOpening(listener: (opening: PhoneOpening) => void): () => void {
  return pageDoor().subscribe(listener);
}

/** Somebody who comes by an invitation, or asks to: enough is known of them to start, so they choose a PIN. */
export async function admitHere(newcomer: Newcomer): Promise<PhoneOpening> {
  await pageDoor().open();
  return pageDoor().admit(newcomer);
}

/** The same phone with another outside. */
export function openPhoneWith(environment: PhoneEnvironment): Door {
  return openDoor(environment);
}

let door: Door | undefined;

function pageDoor(): Door {
  return (door ??= openPhoneWith(browserEnvironment(process.env.NEXT_PUBLIC_APP_VERSION ?? "dev")));
}
