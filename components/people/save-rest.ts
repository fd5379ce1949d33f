import { peopleFileTexts } from "@/lib/text/people-file";

/** Asks for the rows that can't be taken, as a file to put right, and saves it. */
export async function saveRest(file: File): Promise<void> {
  const answer = await fetch("/api/people/file?action=rest", { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file, cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return;
  const url = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement("a"), { href: url, download: peopleFileTexts.restName });
  link.click();
  URL.revokeObjectURL(url);
}
