/** Around the modules, as the standard asks for. */
export const quietZone = 4;

export type QrPath = { readonly size: number; readonly path: string };

/** The dark modules of a QR code as one SVG path, a unit per module. Loaded only where one is shown. */
export async function qrPathOf(text: string): Promise<QrPath> {
  const { create } = await import("qrcode");
  const { data, size } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let index = 0; index < data.length; index += 1) {
    if (data[index]) path += `M${(index % size) + quietZone} ${Math.floor(index / size) + quietZone}h1v1h-1z`;
  }
  return { size: size + 2 * quietZone, path };
}
