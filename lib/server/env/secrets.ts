import "server-only";

/** 32 bytes in base64 or base64url, with or without padding. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, "base64").length === 32;
}

/** Values that people type instead of drawing them: words of examples, or the same few characters again and again. */
export function isWeak(value: Buffer): boolean {
  return new Set(value).size < 8 || exampleWords.test(value.toString("latin1"));
}

const exampleWords = /change.?me|default|example|secret|password|your.?key|tinh.?nguyen/i;
