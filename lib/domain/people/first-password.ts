/** Without letters and digits that look alike on paper. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 3;
const groupLength = 4;

/** Random bytes that `firstPassword` needs. */
export const firstPasswordBytes = groups * groupLength * 2;

/**
 * The password somebody signs in with once, before choosing an own one: twelve characters in groups that can be read out
 * and copied from paper, 59 bits.
 * @param random `firstPasswordBytes` of them from a cryptographic source
 */
export function firstPassword(random: Uint8Array): string {
  const characters = Array.from({ length: groups * groupLength }, (_, index) => {
    // Of 65,536 values one letter gets one in 2,114 more than another: nothing that helps to guess.
    const drawn = ((random[index * 2] ?? 0) << 8) | (random[index * 2 + 1] ?? 0);
    return alphabet[drawn % alphabet.length]!;
  });
  return Array.from({ length: groups }, (_, group) => characters.slice(group * groupLength, (group + 1) * groupLength).join("")).join("-");
}
