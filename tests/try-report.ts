import { writeFileSync } from "node:fs";
import { reportDocx } from "@/lib/server/documents/docx/report-docx";
import { printedUnits } from "./factories/report-table"; import { annexIndicators as printedIndicators } from "@/lib/domain/report/report-table";
const P = (text: string) => ({ kind: "paragraph", key: "scope", origin: "data", text }) as const;
const H = (level: 1|2, text: string) => ({ kind: "heading", level, text }) as const;
const lorem = "Chỉ tiêu 1 “48.000 đoàn viên thanh niên mở tài khoản sử dụng Cổng Dịch vụ công quốc gia”: đã tạo được 60.929 tài khoản, đạt 127% chỉ tiêu. Trong đó, 03 đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, bao gồm: Thị đoàn Hoài Nhơn, Huyện đoàn Phù Mỹ, Huyện đoàn Vĩnh Thạnh. Bên cạnh đó, có nhiều đơn vị tuy chưa đạt chỉ tiêu đề ra nhưng kết quả thực hiện trong tháng 7/2023 đã có bước chuyển biến tích cực so với kỳ báo cáo tháng 6/2023 như: Thị đoàn An Nhơn (tăng 85%), Đoàn trường Đại học Quy Nhơn (tăng 75%).";
const units = printedUnits();
const cell = (text: string) => ({ text, value: { kind: "text" } }) as const;
const h = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });
const groups = ["Chỉ tiêu TK ĐVTN", "Chỉ tiêu TK Công dân", "Tỷ lệ phát sinh hồ sơ", "Tỷ lệ Hồ sơ trực tuyến", "Chỉ tiêu HS trực tuyến", "Chỉ tiêu Tin bài", "Chỉ tiêu Hộ dân"];
const isR = (i: string) => i.endsWith("_rate");
const notes = ["(4): Mỗi năm có 48.000 ĐVTN mở tài khoản sử dụng Cổng DVC quốc gia", "(5): Mỗi năm có 66.000 người dân ngoài độ tuổi thanh niên được ĐVTN hướng dẫn, hỗ trợ mở tài khoản sử dụng DVC quốc gia","(6): 40% tổng số tài khoản sử dụng Cổng DVC quốc gia tại cột (4) + cột (5) có phát sinh giao dịch","(7): 80% hồ sơ thủ tục hành chính do đoàn viên, thanh niên thực hiện được giao dịch bằng hình thức trực tuyến","(8): Có ít nhất 51.000 hồ sơ dịch vụ công trực tuyến do đoàn viên thanh niên hỗ trợ thực hiện trong năm 2023.","(9): Có ít nhất 06 tin, bài viết đăng trên Trang thông tin điện tử, trang mạng xã hội của đơn vị","(10): Phấn đấu đạt khoảng 400.000 hộ gia đình có thành viên có tài khoản dịch vụ công và được thông tin, tuyên truyền về dịch vụ công trực tuyến"];
const doc = {
  letterhead: { authority: "UBND TỈNH BÌNH ĐỊNH", office: "VĂN PHÒNG", number: "Số:         /BC-VPUBND", country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto: "Độc lập - Tự do - Hạnh phúc", placeAndDay: "Bình Định, ngày       tháng       năm 2023" },
  title: "BÁO CÁO", subject: ["Về tình hình thực hiện các chỉ tiêu của Đề án “Phát huy vai trò của đoàn viên, thanh niên trong việc thực hiện dịch vụ công trực tuyến giai đoạn 2022 – 2027”", "(tính đến ngày 01 tháng 8 năm 2023)"],
  addressee: "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh",
  body: [P("Thực hiện Công văn số 2874/UBND-KSTT ngày 09 tháng 5 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh về việc tăng cường phối hợp thực hiện hiệu quả Đề án “Phát huy vai trò của đoàn viên, thanh niên trong việc thực hiện dịch vụ công trực tuyến giai đoạn 2022 – 2027”;"), H(1, "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THEO ĐỀ ÁN 5299"), ...Array.from({ length: 6 }, () => P("- " + lorem)), H(1, "II. ĐÁNH GIÁ CHUNG"), H(2, "1. Ưu điểm:"), P(lorem), H(2, "2. Tồn tại, hạn chế:"), P(lorem), P("Văn phòng Ủy ban nhân dân tỉnh kính báo cáo Chủ tịch Ủy ban nhân dân tỉnh xem xét, chỉ đạo việc thực hiện./.")],
  ending: { recipientsHead: "Nơi nhận:", recipients: ["- TT Tỉnh ủy, TT HĐND tỉnh (b/c);", "- Các PCT UBND tỉnh (b/c);", "- Danh sách kèm theo Báo cáo;", "- BCĐ, TGV ĐA 06 của tỉnh;", "- Các sở, ban, ngành thuộc tỉnh;", "- Đài PT&TH tỉnh, Báo Bình Định;", "- UBND các huyện, TX, TP;", "- Lưu: VT, KSTT."], signer: ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Minh Khoa"] },
  annexes: [
    { key: "annex1", label: "PHỤ LỤC 1", title: ["Kết quả thực hiện Đề án 5299 đến tháng 8/2023 của 20 tổ chức Đoàn thanh niên"], attachedTo: "(Kèm theo Báo cáo số       /BC-VPUBND ngày     tháng    năm 2023 của Văn phòng UBND tỉnh)",
      columns: [{ kind: "ordinal", width: 5 }, { kind: "name", width: 26 }, { kind: "number", width: 8 }, ...Array.from({ length: 14 }, () => ({ kind: "number", width: 8 }) as const)],
      head: [[h("STT", 1, 3), h("Tên đơn vị", 1, 3), h("Số lượng đoàn viên", 1, 3), h("Một số chỉ tiêu của Đề án 5299 được rà soát, đối khớp dữ liệu, thông tin với Hệ thống VNPT iGate", 14)], groups.map((g) => h(g, 2)), groups.flatMap(() => [h("Chỉ tiêu"), h("Thực hiện")])],
      columnNumbers: [h("(1)"), h("(2)"), h("(3)"), ...groups.map((_, i) => h(`(${i + 4})`, 2))],
      rows: units.map((u, i) => ({ of: { kind: "unit", id: "x", name: u.name }, cells: [cell(String(i + 1)), cell(u.name), cell(String(u.members)), ...printedIndicators.flatMap((k) => [cell(u.targets[k] + (isR(k) ? "%" : "")), cell(u.august[k] + (isR(k) ? "%" : ""))])] })),
      totals: [{ of: { kind: "total" }, cells: [cell(""), cell("Toàn tỉnh"), cell("63226"), ...groups.flatMap(() => [cell("468937"), cell("133136")])] }, { of: { kind: "achieved" }, cells: [cell(""), cell("Đạt tỷ lệ"), cell(""), ...groups.flatMap(() => [cell(""), cell("127%")])] }], notesHead: "Ghi chú:", notes },
    { key: "annex2", label: "PHỤ LỤC 2", title: ["Đánh giá tình hình thực hiện của 20 tổ chức Đoàn thanh niên trực thuộc Tỉnh đoàn", "thông qua việc so sánh “Kết quả đến tháng 8/2023” với “Kết quả đến tháng 7/2023”"], attachedTo: "(Kèm theo Báo cáo số       /BC-VPUBND ngày    /   /2023 của Văn phòng UBND tỉnh)",
      columns: [{ kind: "ordinal", width: 5 }, { kind: "name", width: 20 }, ...Array.from({ length: 21 }, () => ({ kind: "number", width: 8 }) as const)],
      head: [[h("STT", 1, 3), h("Tên đơn vị", 1, 3), h("Một số chỉ tiêu của Đề án 5299 được rà soát, đối khớp dữ liệu, thông tin với Hệ thống VNPT iGate", 21)], groups.map((g) => h(g, 3)), groups.flatMap((_, i) => [h("Đến tháng 7/2023"), h("Đến tháng 8/2023"), h(i === 2 || i === 3 ? "Điểm % tăng/giảm" : "Tỷ lệ tăng/giảm")])],
      columnNumbers: [h("(1)"), h("(2)"), ...groups.map((_, i) => h(`(${i + 3})`, 3))],
      rows: units.map((u, i) => ({ of: { kind: "unit", id: "x", name: u.name }, cells: [cell(String(i + 1)), cell(u.name), ...printedIndicators.flatMap((k) => [cell(u.july[k] + (isR(k) ? "%" : "")), cell(u.august[k] + (isR(k) ? "%" : "")), cell(u.changes[k])])] })), totals: [], notesHead: "Ghi chú:", notes },
  ],
};
writeFileSync("/tmp/out/report.docx", reportDocx(doc as never, "2023-08-02T00:00:00.000Z" as never));
