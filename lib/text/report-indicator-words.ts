import type { AnnexIndicator } from "../domain/report/report-table";

type Words = {
  /** As the decision calls it; with the number that is asked for, where one is. */
  readonly asks: (target: string | undefined) => string;
  /** What was done: a count, or `42.628/133.136`. */
  readonly done: (total: string) => string;
  /** One of what is counted. */
  readonly unit: string;
};

/** The indicators of the annexes by number, in the words of seed 000. */
export const annexIndicatorWords: Record<AnnexIndicator, Words> = {
  member_accounts: {
    asks: (target) => withNumber(target, "đoàn viên thanh niên mở tài khoản sử dụng Cổng Dịch vụ công quốc gia"),
    done: (total) => `đã tạo được ${total} tài khoản`,
    unit: "tài khoản",
  },
  citizen_accounts: {
    asks: (target) => withNumber(target, "người dân ngoài độ tuổi thanh niên được đoàn viên thanh niên hướng dẫn, hỗ trợ mở tài khoản sử dụng Cổng Dịch vụ công quốc gia"),
    done: (total) => `đã tuyên truyền, hỗ trợ người dân tạo ${total} tài khoản`,
    unit: "tài khoản",
  },
  transacting_rate: {
    asks: (target) => withNumber(target, "tổng số tài khoản sử dụng Cổng Dịch vụ công quốc gia (của đoàn viên thanh niên và của người dân được đoàn viên thanh niên hướng dẫn tạo lập) có phát sinh giao dịch thực tế"),
    done: (total) => `hiện có ${total} tài khoản có phát sinh giao dịch`,
    unit: "tài khoản",
  },
  online_rate: {
    asks: (target) => withNumber(target, "hồ sơ thủ tục hành chính do đoàn viên thanh niên thực hiện được giao dịch bằng hình thức trực tuyến"),
    done: (total) => `hiện có ${total} hồ sơ do đoàn viên thanh niên các đơn vị thực hiện bằng hình thức trực tuyến`,
    unit: "hồ sơ",
  },
  online_dossiers: {
    asks: (target) => withNumber(target, "hồ sơ dịch vụ công trực tuyến do đoàn viên thanh niên hỗ trợ thực hiện"),
    done: (total) => `“Đội thanh niên tình nguyện thực hiện dịch vụ công trực tuyến” đã hướng dẫn, hỗ trợ người dân nộp ${total} hồ sơ trực tuyến`,
    unit: "hồ sơ",
  },
  articles: {
    asks: () => "Có ít nhất 06 tin, bài viết đăng trên Trang thông tin điện tử, trang mạng xã hội của đơn vị",
    done: (total) => `hiện có ${total} bài viết được đăng`,
    unit: "bài viết",
  },
  households: {
    asks: (target) => `${target ? `Phấn đấu đạt khoảng ${target} hộ` : "Hộ"} gia đình có thành viên có tài khoản dịch vụ công và được thông tin, tuyên truyền về dịch vụ công trực tuyến`,
    done: (total) => `hiện có ${total} hộ gia đình được đoàn viên thanh niên thông tin, tuyên truyền về dịch vụ công trực tuyến`,
    unit: "hộ",
  },
};

function withNumber(target: string | undefined, what: string): string {
  return target ? `${target} ${what}` : `${what.charAt(0).toLocaleUpperCase("vi")}${what.slice(1)}`;
}
