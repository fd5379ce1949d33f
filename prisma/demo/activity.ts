export async function recordActivity(_: unknown): Promise<void> {}
