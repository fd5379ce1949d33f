import { whenFree } from "@/lib/phone/device/when-free";

/** Once the page has loaded and needs neither bandwidth nor processor for itself. Answers how to call it off. */
export function whenSettled(work: () => void): () => void {
  if (document.readyState === "complete") return whenFree(work);
  let callOff = () => window.removeEventListener("load", wait);
  const wait = () => void (callOff = whenFree(work));
  window.addEventListener("load", wait, { once: true });
  return () => callOff();
}
