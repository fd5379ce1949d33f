"use client";
import { useEffect, useState } from "react";
import { inAppBrowserOf } from "@/components/phone/installation";
import { useLive } from "@/components/ui/use-live";
import type { ReadinessFacts } from "@/lib/domain/device/readiness";
import type { Phone } from "@/lib/phone/phone";

type Found = Pick<ReadinessFacts, "shell" | "storage" | "heardAt" | "camera"> & { readonly persistedNow?: boolean };

const testKey = "readiness";

/** Everything that can be found out without asking the person, and what may be asked of them. */
export function useReadiness(phone: Phone) {
  const { installed, persisted, clockOffsetMs } = useLive(phone.device);
  const { campaigns = [], serverKey } = useLive(phone.person).briefing;
  const { lastContactAt } = useLive(phone.sync);
  const packs = useLive(phone.areas.packs)?.filter(({ campaignId }) => campaigns.some(({ id }) => id === campaignId));
  const [found, setFound] = useState<Found>({ shell: undefined, storage: undefined, heardAt: undefined, camera: undefined });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    const learn = <Key extends keyof Found>(key: Key, fact: Promise<Found[Key]>) => void fact.then((value) => wanted && setFound((known) => ({ ...known, [key]: value })));
    learn("shell", shellInstalled());
    learn("storage", writtenAndReadBack(phone).catch(() => false));
    learn("heardAt", phone.lastHeard().then((heard) => heard?.at));
    learn("camera", cameraState());
    return () => {
      wanted = false;
    };
  }, [phone, round, lastContactAt]);
  const { persistedNow = persisted, ...rest } = found;
  const facts: ReadinessFacts = {
    ...rest,
    inAppBrowser: inAppBrowserOf(navigator.userAgent) !== undefined,
    installed,
    persisted: persistedNow,
    campaigns: campaigns.length,
    packs: packs && { complete: packs.filter(({ isComplete }) => isComplete).length, oldestAt: packs.flatMap(({ refreshedAt }) => refreshedAt ?? []).toSorted()[0] },
    recoverable: serverKey !== undefined,
    clockOffsetMs,
  };
  return {
    facts,
    packBytes: (packs ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
    again: () => setRound((last) => last + 1),
    askToKeep: () => void navigator.storage?.persist?.().then((isKept) => setFound((known) => ({ ...known, persistedNow: isKept }))),
    tryCamera: () => void openCamera().then((camera) => setFound((known) => ({ ...known, camera }))),
  };
}

/** Sealed, written, read back and opened, the way of every entry; leaves nothing behind. */
async function writtenAndReadBack({ drafts, newId }: Phone): Promise<boolean> {
  const written = newId();
  const saved = await drafts.save(testKey, written);
  const read = saved.ok && (await drafts.load(testKey));
  await drafts.remove(testKey);
  return read === written;
}

/** The worker takes over a page only once everything is on the phone. */
async function shellInstalled(): Promise<boolean> {
  return navigator.serviceWorker?.controller?.state === "activated";
}

/** Undefined where the browser does not say without asking. */
async function cameraState(): Promise<Found["camera"]> {
  const status = await navigator.permissions?.query({ name: "camera" as PermissionName }).catch(() => undefined);
  return status?.state;
}

async function openCamera(): Promise<Found["camera"]> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    for (const track of stream.getTracks()) track.stop();
    return "granted";
  } catch {
    return "denied";
  }
}
