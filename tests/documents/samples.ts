import { startingParagraphs } from "@/lib/text/report";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import { composeReport } from "@/lib/server/documents/compose-report";
import { reportDocx } from "@/lib/server/documents/docx/report-docx";
import { tableDocument } from "@/lib/server/documents/docx/table-document";
import { reportWorkbook } from "@/lib/server/documents/xlsx/report-workbook";
import { sheetDocument } from "@/lib/server/sheets/sheet-document";
import { workbookSheets } from "@/lib/server/sheets/sheet-workbook";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { sheetSamples } from "../factories/sheets";
import { augustReport } from "../factories/report-table";

export type Sample = {
  /** The file it is written to. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pages of each orientation, in their order: `portrait 4, landscape 2`. */
  readonly pages: string;
};

const createdAt = Instant.parse("2023-08-02T03:00:00.000Z");

/** The province's report of August 2023 on paper and as a workbook, and a sheet. People in them are invented. */
export async function makeSamples(): Promise<Sample[]> {
  const report = composeReport(augustReport({ paragraphs: writtenParagraphs, heading: { place: "Bình Định" } }));
  return [
    { name: "report.docx", bytes: reportDocx(report, createdAt), pages: "portrait 4, landscape 4" },
    { name: "report.xlsx", bytes: await reportWorkbook(report), pages: "portrait 4, landscape 3" },
    { name: "allowance.docx", bytes: allowanceSheet(), pages: "portrait 2" },
    ...(await makeSheets()),
  ];
}

/** Every sheet that is signed, as the desk writes it: on paper and as a workbook. */
async function makeSheets(): Promise<Sample[]> {
  return (await Promise.all(sheetSamples().map(async ({ name, sheetOf, pages }): Promise<Sample[]> => {
    const [paper, workbook] = [sheetOf("docx"), sheetOf("xlsx")];
    return [
      { name: `${name}.docx`, bytes: sheetDocument(paper, paper.issuer!, "Bình Định", createdAt), pages: pages.docx },
      { name: `${name}.xlsx`, bytes: await writeWorkbook(workbookSheets(workbook, "Lê Thị Hoa")), pages: pages.xlsx },
    ];
  }))).flat();
}

const writtenParagraphs = {
  ...startingParagraphs,
  "remark.transacting_rate": { text: "Số lượng tài khoản phát sinh nhiều nhưng đoàn viên thanh niên và người dân chưa có nhu cầu thực hiện thủ tục hành chính, do đó tỷ lệ giảm so với kỳ trước không mang tính tiêu cực." },
  limits: { text: "Vẫn còn một số tổ chức Đoàn thanh niên chậm vào cuộc, chưa tích cực, thiếu quyết tâm tổ chức triển khai thực hiện Đề án 5299." },
  proposals: {
    text: [
      "1. Đối với cấp ủy, chính quyền các địa phương, cơ quan, đơn vị liên quan: tiếp tục phối hợp, quan tâm, thường xuyên theo dõi, chỉ đạo, đôn đốc Đoàn Thanh niên thuộc thẩm quyền quản lý tổ chức thực hiện hiệu quả Đề án 5299.",
      "2. Đối với Ban Thường vụ Tỉnh đoàn: tiếp tục nâng cao chất lượng công tác tuyên truyền thông qua các tin, bài viết trên trang thông tin điện tử hoặc trang mạng xã hội của đơn vị.",
      "3. Đối với Phòng PC06 thuộc Công an tỉnh: chủ động phối hợp, hướng dẫn đoàn viên thanh niên thực hiện kiểm tra, xác nhận thông tin liên quan đến tài khoản VNeID.",
    ].join("\n"),
  },
  recipients: { text: ["- TT Tỉnh ủy, TT HĐND tỉnh (b/c);", "- Các PCT UBND tỉnh (b/c);", "- BCĐ, TGV ĐA 06 của tỉnh;", "- Các sở, ban, ngành thuộc tỉnh;", "- UBND các huyện, TX, TP;", "- Lưu: VT, KSTT."].join("\n") },
  signer: { text: "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Minh Khoa" },
};

function allowanceSheet(): Uint8Array {
  const people = ["Nguyễn Thị Thanh Hương", "Lê Văn Đức", "Võ Thị Kiều Trang", "Đặng Ngọc Ánh", "Phạm Quốc Bảo"];
  return tableDocument({
    issuer: { authority: "TỈNH ĐOÀN BÌNH ĐỊNH", office: "HUYỆN ĐOÀN TUY PHƯỚC", place: "Tuy Phước", isYouthUnion: true },
    day: LocalDate.parse("2023-08-02"),
    title: "BẢNG KÊ",
    subtitle: ["Chi bồi dưỡng thanh niên tình nguyện thực hiện dịch vụ công trực tuyến", "Tháng 7 năm 2023"],
    columns: [
      { heading: "STT", width: 1, align: "center" },
      { heading: "Họ và tên", width: 4 },
      { heading: "Số buổi", width: 1.5, group: "Có mặt" },
      { heading: "Số giờ", width: 1.5, group: "Có mặt" },
      { heading: "Thành tiền (đồng)", width: 2.5 },
      { heading: "Ký nhận", width: 2 },
    ],
    rows: [{ across: "Đội xã Phước An" }, ...Array.from({ length: 40 }, (_, index) => [index + 1, people[index % people.length]!, 12, 48.5, 1_200_000, null])],
    totals: [["", "Tổng cộng", 480, 1_940, 48_000_000, null]],
    notes: ["Một buổi tính từ 4 giờ có mặt."],
    signers: [{ offices: ["NGƯỜI LẬP"] }, { offices: ["TM. BAN THƯỜNG VỤ", "BÍ THƯ"], name: "Nguyễn Văn An" }],
    numbersColumns: true,
    createdAt,
  });
}
