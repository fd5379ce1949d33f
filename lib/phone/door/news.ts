import type { PhoneEnvironment } from "../device/environment";

/** What tabs of this app tell each other. */
export type News =
  | { readonly kind: "entries"; readonly ownerId: string; readonly ids: readonly string[] }
  | { readonly kind: "person" }
  | { readonly kind: "locked"; readonly handOver: boolean }
  | { readonly kind: "used" }
  | { readonly kind: "wiped" }
  | { readonly kind: "resume"; readonly ownerId: string };

export type NewsChannel = { tell(news: News): void; close(): void };

export function openNews({ openChannel, reportFault }: PhoneEnvironment, hear: (news: News) => Promise<void>): NewsChannel {
  const channel = openChannel((message) => void hear(message as News).catch(reportFault));
  return { tell: (news) => channel.send(news), close: () => channel.close() };
}
