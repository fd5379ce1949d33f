/**
 * History of the wire. Additive changes keep the number; anything else raises it, and the old shape is
 * still read for at least 90 days.
 * 1 (2026-11): commands, changes, reconcile.
 */
export const protocolVersion = 1;

/** In every answer of ours: what lacks it came from something in between, such as a captive portal. */
export const protocolMarker = "tinh-nguyen-so";
