/** Everything that speaks to the server, loaded as one after the screen is there. */
export { createProtocolClient } from "../../protocol/client";
export { createBatchSize } from "../outbox/batch-size";
export { buildManifest } from "../outbox/manifest";
export { sendWithoutWriting } from "../outbox/send-without-writing";
export { retryTooLarge } from "../outbox/retry-too-large";
export { refreshGuides } from "../guides/refresh-guides";
export { runJoiningRound } from "../people/join-round";
export { firstSignIn, storeFirstPage } from "../people/first-sign-in";
export { wipePhone } from "../recovery/wipe-phone";
export { noteComplete, noteHeard } from "../recovery/offline-age";
export { runRound } from "./run-round";
