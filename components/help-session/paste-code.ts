/** What was copied, or undefined where the browser or the person does not allow it: then one pastes by hand. */
export async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
