import "./node";
import "../../unit/phone/vault.test";
import "../../unit/phone/pin.test";
import "../../unit/phone/locking.test";
import "../../unit/phone/opening.test";
import "../../unit/phone/saving.test";
import "../../unit/phone/overtaking.test";
import "../../unit/phone/drafts.test";
import "../../unit/phone/areas.test";
import "../../unit/phone/coming-back.test";
import "../../unit/phone/consent.test";
import "../../unit/phone/offline-age.test";
import { leaveOut, runChecks } from "./checks";

// Nothing makes a browser's disk full for a moment.
leaveOut("saving a session › says that the disk is full, and the draft stays");

/** The unit tests of the phone's storage and keys, with WebKit's IndexedDB and WebKit's cipher. */
void runChecks();
