import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A register export as text: `rows` dossiers, one in ten on paper, one in fifty from before the scheme. */
export async function writeRegisterFile(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path));
}

function* lines(rows: number): Generator<string> {
  yield "Mã hồ sơ,Ngày tiếp nhận,Tên thủ tục,Hình thức nộp,Trạng thái,Số CCCD người nộp\n";
  for (let start = 0; start < rows; start += 1_000) {
    yield Array.from({ length: Math.min(1_000, rows - start) }, (_, index) => lineOf(start + index)).join("");
  }
}

function lineOf(index: number): string {
  const [year, month, day] = receivedOn(index);
  const channel = index % 10 === 9 ? "Trực tiếp" : "Trực tuyến";
  return `${codeOf(index)},${day}/${month}/${year},${services[index % services.length]},${channel},Đã trả kết quả,052095${digits(index)}\n`;
}

/** Of the dossier in a row, from 0. */
export function codeOf(index: number): string {
  const [year, month, day] = receivedOn(index);
  return `H08.${10 + (index % 80)}-${year!.slice(2)}${month}${day}-${digits(index)}`;
}

function receivedOn(index: number): string[] {
  const first = index % 50 === 7 ? Date.UTC(2021, 0, 1) : Date.UTC(2024, 0, 1);
  return new Date(first + (Math.floor(index / 80) % 365) * 86_400_000).toISOString().slice(0, 10).split("-");
}

const digits = (index: number): string => String(index).padStart(6, "0");

const services = [
  "Đăng ký khai sinh", "Đăng ký thường trú", "Cấp đổi giấy phép lái xe", "Đăng ký kết hôn", "Xác nhận tình trạng hôn nhân",
  "Chứng thực bản sao từ bản chính", "Đăng ký biến động đất đai", "Cấp phiếu lý lịch tư pháp", "Đăng ký tạm trú",
];
