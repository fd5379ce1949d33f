/** Everything that PINs need, loaded as one when a key is not at hand: whoever reloads a page at work needs none of it. */
export { changePin } from "./change-pin";
export { newDataKey, unwrapFormer } from "./keys";
export { destroyTooOld } from "../recovery/offline-age";
export { openWithPin } from "./open-with-pin";
export { peopleHere } from "./people-here";
export { storageKeepsKeys } from "./self-test";
export { settleIn } from "./settle-in";
export { signOutHere, welcomeBack } from "./signed-out";
