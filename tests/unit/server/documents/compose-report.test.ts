import { describe, expect, test } from "vitest";
import { personParagraphKeys, type MonthlyReportData } from "@/lib/domain/report/monthly-report";
import type { ReportBlock } from "@/lib/domain/report/report-document";
import { LocalDate } from "@/lib/domain/time/local-date";
import { composeReport } from "@/lib/server/documents/compose-report";
import { annexTable, augustReport, someCells, someLine } from "../../../factories/report-table";

const textOf = (data: MonthlyReportData, key: string) => composeReport(data).body.flatMap((block) => (block.kind === "paragraph" && block.key === key ? [block.text] : []))[0];
const orderOf = (block: ReportBlock) => (block.kind === "heading" ? block.text : block.key);

describe("the narrative of August 2023", () => {
  test("indicator 1: total, share of the province's target, nine units over theirs, growth, no change", () => {
    expect(textOf(augustReport(), "indicator.member_accounts")).toBe(
      "- Chỉ tiêu 1 “48.000 đoàn viên thanh niên mở tài khoản sử dụng Cổng Dịch vụ công quốc gia”: đã tạo được 60.929 tài khoản, đạt 127% chỉ tiêu. " +
      "Có 09 đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, gồm: Thị đoàn Hoài Nhơn, Huyện đoàn Phù Mỹ, Huyện đoàn Vĩnh Thạnh, Đoàn Thanh niên Công an tỉnh, Huyện đoàn Vân Canh, Huyện đoàn Tuy Phước, Huyện đoàn Phù Cát, Huyện đoàn Hoài Ân, Đoàn trường Cao đẳng Kỹ thuật công nghệ Quy Nhơn. " +
      "So với kỳ báo cáo trước (đến ngày 01/7/2023), kết quả có chuyển biến tích cực nhất ở: Thị đoàn An Nhơn (tăng 85%), Đoàn trường Đại học Quy Nhơn (tăng 75%), Đoàn Khối doanh nghiệp tỉnh (tăng 54%), Huyện đoàn Tuy Phước (tăng 48%). " +
      "Đáng chú ý, 04 đơn vị không có sự chuyển biến, gồm: Đoàn Thanh niên Bộ Chỉ huy Quân sự tỉnh, Đoàn Thanh niên Bộ đội Biên phòng tỉnh, Đoàn Thanh niên Công an tỉnh, Đoàn trường Cao đẳng Cơ điện – Xây dựng và Nông lâm Trung bộ; trong đó 02 đơn vị được giao chỉ tiêu nhưng chưa có kết quả.",
    );
  });

  test("indicator 2: eight units over theirs, the farthest first; who began from nothing is told apart", () => {
    const text = textOf(augustReport(), "indicator.citizen_accounts");
    expect(text).toContain(
      "- Chỉ tiêu 2 “66.000 người dân ngoài độ tuổi thanh niên được đoàn viên thanh niên hướng dẫn, hỗ trợ mở tài khoản sử dụng Cổng Dịch vụ công quốc gia”: đã tuyên truyền, hỗ trợ người dân tạo 72.207 tài khoản, đạt 109% chỉ tiêu. " +
      "Có 08 đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, gồm: Huyện đoàn Vân Canh, Huyện đoàn Vĩnh Thạnh, Huyện đoàn Phù Mỹ, Đoàn Thanh niên Công an tỉnh, Thị đoàn An Nhơn, Huyện đoàn Hoài Ân, Huyện đoàn Tuy Phước, Thị đoàn Hoài Nhơn. " +
      "So với kỳ báo cáo trước (đến ngày 01/7/2023), kết quả có chuyển biến tích cực nhất ở: Thị đoàn An Nhơn (tăng 324%), Huyện đoàn Vĩnh Thạnh (tăng 308%), Đoàn Khối các cơ quan tỉnh (tăng 151%), Huyện đoàn Tuy Phước (tăng 128%). " +
      "Mới phát sinh kết quả: Đoàn trường Đại học Quy Nhơn (14 tài khoản).",
    );
    expect(text).toMatch(/Đáng chú ý, 05 đơn vị không có sự chuyển biến, gồm: .*Đoàn trường Cao đẳng Kỹ thuật công nghệ Quy Nhơn.*; trong đó 04 đơn vị được giao chỉ tiêu nhưng chưa có kết quả\.$/);
  });

  test("indicator 3 and 4: both numbers of a share, who is over, who is above the others", () => {
    expect(textOf(augustReport(), "indicator.transacting_rate")).toContain(
      "hiện có 42.628/133.136 tài khoản có phát sinh giao dịch, đạt tỷ lệ 32%. Có 03 đơn vị vượt tỷ lệ được giao, gồm: Thành Đoàn Quy Nhơn 65%, Huyện đoàn Vân Canh 52%, Đoàn Thanh niên Công an tỉnh 41%. So với kỳ báo cáo trước (đến ngày 01/7/2023), tỷ lệ này giảm 1 điểm %.",
    );
    expect(textOf(augustReport(), "indicator.online_rate")).toContain(
      "đạt tỷ lệ 35%. Chưa có đơn vị nào vượt tỷ lệ được giao. Một số đơn vị có tỷ lệ cao so với mặt bằng chung như: Thị đoàn An Nhơn 60%, Huyện đoàn Phù Mỹ 50%, Huyện đoàn Tuy Phước 48%.",
    );
  });

  test("indicator 5: begun from nothing apart, and what fell is said", () => {
    const text = textOf(augustReport(), "indicator.online_dossiers");
    expect(text).toContain("nộp 32.888 hồ sơ trực tuyến, đạt 64% chỉ tiêu. Có 03 đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, gồm: Huyện đoàn Vân Canh, Thị đoàn An Nhơn, Thị đoàn Hoài Nhơn.");
    expect(text).toContain("Mới phát sinh kết quả: Huyện đoàn Vĩnh Thạnh (186 hồ sơ), Đoàn trường Đại học Quy Nhơn (68 hồ sơ). Giảm so với kỳ báo cáo trước: Huyện đoàn Hoài Ân (giảm 1%).");
  });

  test("indicator 6 and 7: who is behind; nobody over a target of 0, and who was asked for nothing isn't named for it", () => {
    const articles = textOf(augustReport(), "indicator.articles");
    expect(articles).toContain("hiện có 1.014/2.460 bài viết được đăng, đạt 41%. Có 01 đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, gồm: Đoàn Thanh niên Công an tỉnh.");
    expect(articles).toContain("Huyện đoàn Vĩnh Thạnh (tăng 206%), Huyện đoàn Vân Canh (tăng 173%)");
    expect(articles).toContain("Còn 18 đơn vị chưa hoàn thành chỉ tiêu được giao, thấp nhất là: Đoàn Khối doanh nghiệp tỉnh (chưa có)");
    expect(articles).not.toContain("Quân sự");
    expect(textOf(augustReport(), "indicator.households")).toContain("hiện có 77.928 hộ gia đình được đoàn viên thanh niên thông tin, tuyên truyền về dịch vụ công trực tuyến, đạt 19% chỉ tiêu. Đến nay chưa có đơn vị nào vượt 100% chỉ tiêu đề ra.");
  });

  test("the province beside its volunteers", () => {
    expect(textOf(augustReport(), "context.accounts")).toContain("tính đến ngày 01/8/2023 là 139.788 tài khoản (chưa bao gồm tài khoản định danh điện tử trên ứng dụng VNeID); trong đó, số lượng tài khoản do đoàn viên thanh niên hướng dẫn tạo lập là 133.136 tài khoản, chiếm 95%.");
    expect(textOf(augustReport(), "context.dossiers")).toContain("từ ngày 01/3/2023 đến ngày 01/8/2023 là 80.822 hồ sơ, tăng 79% so với cùng kỳ năm 2022 (45.178 hồ sơ trực tuyến); trong đó, 32.888 hồ sơ do đoàn viên thanh niên hướng dẫn, hỗ trợ người dân thực hiện, chiếm 41%.");
  });
});

test("blocks stand in the order of the document; what nobody has written has its place", () => {
  const { body, title, addressee, letterhead, subject } = composeReport(augustReport());
  expect([title, addressee, letterhead.number, letterhead.authority, subject[1]]).toEqual(["BÁO CÁO", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh", "Số:         /BC-VPUBND", "UBND TỈNH BÌNH ĐỊNH", "(tính đến ngày 01 tháng 8 năm 2023)"]);
  const order = body.map(orderOf);
  expect(order.slice(0, 5)).toEqual(["basis", "scope", "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THEO ĐỀ ÁN 5299", "indicator.member_accounts", "remark.member_accounts"]);
  expect(order.slice(-16)).toEqual([
    "annexes", "II. ĐÁNH GIÁ CHUNG", "1. Ưu điểm:", "strengths", "context.accounts", "context.dossiers", "2. Tồn tại, hạn chế:", "limits",
    "backlog.police", "backlog.register", "backlog.officer", "backlog.review", "backlog.phones", "III. KIẾN NGHỊ, ĐỀ XUẤT", "proposals", "closing",
  ]);
  const slots = body.flatMap((block) => (block.kind === "paragraph" && block.origin === "person" ? [block.key] : []));
  expect([...slots, "recipients", "signer"].toSorted()).toEqual([...personParagraphKeys].toSorted());
});

test("what people wrote stands where it belongs, and is told apart", () => {
  const { body, ending } = composeReport(augustReport({ paragraphs: {
    "remark.transacting_rate": { text: "Tuy nhiên, kết quả giảm không mang tính tiêu cực.", carried: true },
    recipients: { text: "- Như trên;\n\n- Lưu: VT." }, signer: { text: "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Văn Mẫu" },
  } }));
  expect(body.find((block) => block.kind === "paragraph" && block.key === "remark.transacting_rate")).toEqual({ kind: "paragraph", key: "remark.transacting_rate", origin: "person", text: "Tuy nhiên, kết quả giảm không mang tính tiêu cực.", carried: true });
  expect([ending.recipients, ending.signer.at(-1)]).toEqual([["- Như trên;", "- Lưu: VT."], "Trần Văn Mẫu"]);
});

test("a published report carries its number and day, also on its annexes", () => {
  const { letterhead, annexes } = composeReport(augustReport({ heading: { place: "Gia Lai", number: "12", date: LocalDate.parse("2026-02-05") } }));
  expect([letterhead.number, letterhead.placeAndDay, letterhead.authority]).toEqual(["Số: 12/BC-VPUBND", "Gia Lai, ngày 05 tháng 02 năm 2026", "UBND TỈNH GIA LAI"]);
  expect(annexes.map(({ attachedTo }) => attachedTo)).toEqual(Array(2).fill("(Kèm theo Báo cáo số 12/BC-VPUBND ngày 05/02/2026 của Văn phòng Ủy ban nhân dân tỉnh)"));
});

describe("never more than is known", () => {
  test("the backlog is told with its age, and also where there is none", () => {
    expect(textOf(augustReport(), "backlog.police")).toMatch(/Công an đã xác nhận 0 tài khoản\. Tại thời điểm lập báo cáo còn 24\.069 tài khoản VNeID \(lâu nhất từ ngày 28\/6\/2023\) đã được duyệt nhưng Công an chưa xác nhận, nên chưa được tính vào kết quả\.$/);
    expect(textOf(augustReport(), "backlog.phones")).toBe("Còn 214 mục ghi nhận (lâu nhất từ ngày 30/7/2023) trên 07 điện thoại của tình nguyện viên chưa gửi về, chưa được tính vào kết quả.");
    expect(textOf(augustReport(), "backlog.register")).toBe("Tại thời điểm lập báo cáo còn 1.204 tài khoản (lâu nhất từ ngày 02/6/2022) đã được duyệt nhưng chưa được tìm thấy trên Hệ thống VNPT iGate, nên chưa được tính vào kết quả.");
    expect(textOf(augustReport(), "backlog.officer")).toBe("Tại thời điểm lập báo cáo còn 31 tin, bài (lâu nhất từ ngày 30/7/2023) chờ cán bộ Đoàn kiểm tra, chưa được tính vào kết quả.");
    const none = { open: 0 };
    const nothing = augustReport({ backlog: { police: { vneid: none, households: none }, register: { accounts: none, dossiers: none }, officer: { articles: none }, review: none, phones: { ...none, phones: 0 } } });
    expect(textOf(nothing, "backlog.police")).toContain("Không còn tài khoản VNeID, hộ dân nào chờ Công an xác nhận.");
    expect(textOf(nothing, "backlog.register")).toBe("Mọi tài khoản, hồ sơ đã được duyệt đều được tìm thấy trên Hệ thống VNPT iGate.");
    expect(textOf(nothing, "backlog.officer")).toBe("Không còn tin, bài nào chờ cán bộ Đoàn kiểm tra.");
    expect(textOf(nothing, "backlog.review")).toBe("Không còn mục ghi nhận nào chờ đội trưởng duyệt.");
    expect(textOf(nothing, "backlog.phones")).toContain("không còn mục ghi nhận nào trên điện thoại chưa gửi về");
  });

  test("a register that doesn't say, or says too little, gives no share", () => {
    expect(textOf(augustReport({ context: {} }), "context.accounts")).toContain("Chưa có số liệu từ Hệ thống VNPT iGate");
    expect(textOf(augustReport({ context: {} }), "context.dossiers")).toContain("32.888 hồ sơ do đoàn viên thanh niên");
    expect(textOf(augustReport({ context: { accounts: 100_000 } }), "context.accounts")).toMatch(/là 133\.136 tài khoản\.$/);
    const { lines, total, ...table } = annexTable();
    const unknown = { ...total, cells: { ...total.cells, ratios: { ...total.cells.ratios, transacting_rate: undefined } } };
    expect(textOf(augustReport({ table: { ...table, lines, total: unknown } }), "indicator.transacting_rate")).toMatch(/: dữ liệu từ Hệ thống VNPT iGate chưa cho biết kết quả\.$/);
  });

  test("where nobody has anything, nobody is listed for it; what fell to nothing is", () => {
    const nothing = someCells({}, { online_rate: { part: 0, whole: 0 } });
    const unit = someLine("Xã đoàn A", { cells: nothing, previous: nothing, targets: { articles: 6, online_rate: 80 } });
    const table = { ...annexTable(), lines: [unit, { ...unit, place: { kind: "unit", id: "b", name: "Xã đoàn B" }, previous: someCells({ articles: 2 }) } as const], total: unit };
    expect(textOf(augustReport({ table: { ...table, lines: [unit] } }), "indicator.articles")).toMatch(/: hiện có 0\/6 bài viết được đăng, đạt 0%\. Đến nay chưa có đơn vị nào có kết quả\.$/);
    expect(textOf(augustReport({ table }), "indicator.articles")).toMatch(/chưa có đơn vị nào có kết quả\. Giảm so với kỳ báo cáo trước: Xã đoàn B \(giảm 100%\)\.$/);
    expect(textOf(augustReport({ table }), "indicator.online_rate")).toMatch(/: chưa có số liệu để tính tỷ lệ\.$/);
  });

  test("where nobody moved, that is one sentence", () => {
    const { lines, ...table } = annexTable();
    const still = lines.map((line) => ({ ...line, previous: line.cells }));
    expect(textOf(augustReport({ table: { ...table, lines: still } }), "indicator.households")).toMatch(/chỉ tiêu đề ra\. So với kỳ báo cáo trước \(đến ngày 01\/7\/2023\), các đơn vị đều không có sự chuyển biến\.$/);
  });

  test("numbers that may still change, and those of a later day of decision, are said to be that", () => {
    expect(textOf(augustReport({ isProvisional: true }), "scope")).toContain("(số liệu tạm tính do kỳ báo cáo chưa khoá)");
    const table = { ...annexTable(), point: { through: LocalDate.parse("2023-07-31"), asOf: LocalDate.parse("2023-08-10") } };
    expect(textOf(augustReport({ table }), "scope")).toContain("đến ngày 31 tháng 7 năm 2023, theo kết quả duyệt và đối khớp đến hết ngày 10 tháng 8 năm 2023");
  });

  test("corrections of the report before", () => {
    const through = LocalDate.parse("2023-07-01");
    const corrected = augustReport({ corrections: { number: "9", through, changes: [{ indicator: "online_dossiers", published: 24_956, now: 24_938 }] } });
    expect(textOf(corrected, "corrections")).toBe("Số liệu của báo cáo đã công bố của kỳ trước (số 9, đến ngày 01/7/2023) được điều chỉnh theo kết quả duyệt, đối khớp sau ngày công bố: chỉ tiêu 5 từ 24.956 thành 24.938.");
    expect(textOf(augustReport({ corrections: { through, changes: [] } }), "corrections")).toContain("Không có điều chỉnh");
    expect(textOf(augustReport(), "corrections")).toBeUndefined();
  });
});

test("a unit's own report: under the name of the Union, without the province's register; without a point before, one annex", () => {
  const { previousPoint: _, ...table } = annexTable();
  const lines = [someLine("Xã đoàn A", { cells: someCells({ articles: 3 }) }), { ...someLine(""), place: { kind: "residual" } as const }];
  const data = augustReport({ table: { ...table, unit: { id: "u", name: "Huyện đoàn Tuy Phước", kind: "directUnit" }, total: someLine("", { cells: someCells({ articles: 3 }) }), lines }, context: {} });
  const { letterhead, annexes, body } = composeReport(data);
  expect([letterhead.country, letterhead.office, letterhead.motto]).toEqual(["ĐOÀN TNCS HỒ CHÍ MINH", "HUYỆN ĐOÀN TUY PHƯỚC", undefined]);
  expect(annexes.map(({ key, title }) => [key, title[0]])).toEqual([["annex1", "Kết quả thực hiện Đề án 5299 đến tháng 8/2023 của 01 đơn vị thuộc Huyện đoàn Tuy Phước"]]);
  expect(annexes[0]!.rows.map(({ cells }) => [cells[0]!.text, cells[1]!.text])).toEqual([["1", "Xã đoàn A"], ["", "Tổ chức không còn trong cây đơn vị"]]);
  expect(body.map(orderOf).filter((key) => key.startsWith("context"))).toEqual([]);
  expect(textOf(data, "indicator.articles")).toBe("- Chỉ tiêu 6 “Có ít nhất 06 tin, bài viết đăng trên Trang thông tin điện tử, trang mạng xã hội của đơn vị”: hiện có 3 bài viết được đăng.");
  expect(textOf(data, "annexes")).toBe("(Kết quả cụ thể tại Phụ lục 1 kèm theo Báo cáo này)");
});
