/**
 * Cookie that a browser with a phone in it sends while somebody works there: their id. The page writes it and takes it away
 * with the lock, also without a network; without it the server opens nothing but what delivers and what signs in.
 */
export const openMark = "tns-open";
