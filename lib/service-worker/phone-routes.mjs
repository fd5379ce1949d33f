/**
 * The pages that open and navigate without a network: static shells, ids in the query string. The only list of
 * them; the build fails when it differs from what is in `app/(phone)`.
 */
export const phoneRoutes = ["/", "/record", "/more", "/event", "/article", "/areas", "/visit", "/saved", "/entries", "/entry", "/sync", "/me", "/pin", "/shift", "/results", "/guides", "/guide", "/sign-in", "/survey", "/survey-code", "/join", "/invite", "/ready"];
