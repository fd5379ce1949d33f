import type { PhoneEnvironment } from "./environment";

const touches = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** What is out of sight is covered until the listener has had its say: nobody sees a screen that is about to be locked. */
export const watchUse: PhoneEnvironment["watchUse"] = (listener) => {
  const isHidden = () => document.visibilityState === "hidden";
  const tell = () => {
    if (isHidden()) cover(true);
    listener(isHidden() ? "hidden" : "shown");
    if (!isHidden()) cover(false);
  };
  const touched = () => listener("touched");
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("pageshow", tell);
  for (const touch of touches) window.addEventListener(touch, touched, { passive: true, capture: true });
  tell();
  return () => {
    cover(false);
    document.removeEventListener("visibilitychange", tell);
    window.removeEventListener("pageshow", tell);
    for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
  };
};

/** Nothing moves, and the focus stays where it was. */
function cover(isCovered: boolean): void {
  document.documentElement.toggleAttribute("data-covered", isCovered);
}
