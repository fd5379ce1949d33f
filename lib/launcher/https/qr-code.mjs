import QRCode from "qrcode";

const margin = 3; // light modules around it, without which cameras do not find it on a dark terminal

/** A QR code for a terminal: two modules per character, black on white whatever the terminal's colours. */
export function terminalQrCode(text) {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const isDark = (row, column) => row >= 0 && column >= 0 && row < size && column < size && data[row * size + column] === 1;
  const lines = [];
  for (let row = -margin; row < size + margin; row += 2) {
    let line = "";
    for (let column = -margin; column < size + margin; column++) line += halfBlock(isDark(row, column), isDark(row + 1, column));
    lines.push(`\x1b[30;107m${line}\x1b[0m`);
  }
  return lines.join("\n");
}

function halfBlock(upper, lower) {
  if (upper) return lower ? "█" : "▀";
  return lower ? "▄" : " ";
}
