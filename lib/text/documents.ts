/** The fixed words of administrative documents. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III. */
export const documents = {
  country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  /** On documents of the Union itself. */
  youthUnion: "ĐOÀN TNCS HỒ CHÍ MINH",
  /** Without a number there is room to write one. */
  number: (number: string | undefined, symbol: string) => `Số: ${number ?? " ".repeat(8)}/${symbol}`,
  placeAndDay: (place: string, day: string) => `${place}, ${day}`,
  /** Days below 10 and the first two months have a zero. */
  day: (year: string, month: string, day: string) => `ngày ${day} tháng ${month === "01" || month === "02" ? month : String(Number(month))} năm ${year}`,
  dayToWrite: (year: string) => `ngày${" ".repeat(6)}tháng${" ".repeat(6)}năm ${year}`,
  recipients: "Nơi nhận:",
  notes: "Ghi chú:",
} as const;
