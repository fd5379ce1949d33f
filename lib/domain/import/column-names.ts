import type { RegisterField } from "./record-fields";

/**
 * What columns are called in Vietnamese exports, folded, the surest first. A name that only contains one of them
 * is a weaker sign. Names by which a column is surely something else are in `otherNames`.
 */
export const columnNames = {
  code: ["ma ho so", "so ho so", "ma so ho so", "so bien nhan", "ma bien nhan", "ma tiep nhan", "so tiep nhan", "ma hs", "so hs"],
  receivedOn: ["ngay tiep nhan", "ngay gio tiep nhan", "thoi gian tiep nhan", "thoi diem tiep nhan", "ngay nhan ho so", "ngay nhan", "ngay nop ho so", "ngay nop", "thoi gian nop", "tiep nhan luc"],
  service: ["ten thu tuc hanh chinh", "ten thu tuc", "thu tuc hanh chinh", "thu tuc", "ten tthc", "tthc", "ten dich vu cong", "ten dich vu", "dich vu cong", "dich vu", "ma thu tuc", "ma tthc"],
  channel: ["hinh thuc tiep nhan", "hinh thuc nop", "hinh thuc nop ho so", "hinh thuc tiep nhan ho so", "truc tuyen truc tiep", "truc tiep truc tuyen", "phuong thuc nop", "phuong thuc tiep nhan", "kenh tiep nhan", "kenh nop", "cach thuc nop", "nguon tiep nhan", "nguon ho so", "loai tiep nhan", "hinh thuc"],
  paidOnline: ["thanh toan truc tuyen", "hinh thuc thanh toan", "le phi thanh toan truc tuyen", "nop le phi truc tuyen", "le phi truc tuyen", "phuong thuc thanh toan", "tt truc tuyen", "tttt", "thanh toan"],
  status: ["trang thai ho so", "trang thai", "tinh trang ho so", "tinh trang", "tinh trang xu ly", "ket qua xu ly", "ket qua giai quyet"],
  applicantNumber: ["so cccd nguoi nop", "so dinh danh nguoi nop", "so cmnd cccd nguoi nop", "so cccd cmnd", "so cmnd cccd", "cmnd cccd", "cccd cmnd", "so cccd", "cccd", "so dinh danh ca nhan", "so dinh danh", "ma dinh danh", "so can cuoc", "so can cuoc cong dan", "so cmnd", "cmnd", "so giay to", "cccd nguoi nop", "cccd chu ho so"],
  number: ["so dinh danh ca nhan", "so dinh danh", "so cccd", "so can cuoc cong dan", "so can cuoc", "so cmnd cccd", "so cccd cmnd", "cmnd cccd", "cccd cmnd", "cccd", "ma dinh danh", "ma so dinh danh", "ten dang nhap", "tai khoan", "so cmnd", "cmnd"],
  createdOn: ["ngay tao tai khoan", "ngay tao", "thoi gian tao", "ngay dang ky tai khoan", "ngay dang ky", "thoi gian dang ky", "ngay mo tai khoan", "ngay kich hoat"],
  linkedOn: ["ngay lien ket", "ngay lien ket tai khoan", "thoi gian lien ket", "ngay lien ket vneid", "ngay dinh danh"],
  transactions: ["so giao dich", "so luong giao dich", "so lan giao dich", "giao dich", "so ho so da nop", "so luong ho so", "tong so giao dich"],
  unit: ["ma don vi", "don vi", "ten don vi", "chi doan", "co so doan", "to chuc doan", "don vi sinh hoat", "noi sinh hoat", "don vi cong tac", "co quan don vi", "co quan", "doan co so", "doan truc thuoc"],
  joinedOn: ["ngay vao doan", "ngay ket nap", "ngay ket nap doan", "ngay vao", "ngay chuyen den", "tu ngay", "ngay bat dau"],
  leftOn: ["ngay ra doan", "ngay truong thanh doan", "ngay truong thanh", "ngay chuyen di", "ngay roi", "ngay ra", "den ngay", "ngay ket thuc"],
  publicEmployee: ["can bo cong chuc vien chuc", "cong chuc vien chuc", "la cong chuc vien chuc", "cb cc vc", "cbccvc", "ccvc", "cong chuc", "vien chuc", "doi tuong cbccvc"],
} as const satisfies Record<RegisterField, readonly string[]>;

/** Columns that are none of ours, though their name may contain one of ours. They tell a header from a title, too. */
const otherNames = [
  "stt", "so tt", "tt", "ho va ten", "ho ten", "ten", "ngay sinh", "nam sinh", "gioi tinh", "dia chi", "so dien thoai", "dien thoai", "sdt", "email",
  "nguoi nop", "nguoi nop ho so", "ten nguoi nop", "chu ho so", "ten chu ho so", "ngay hen tra", "ngay hen tra ket qua", "ngay tra", "ngay tra ket qua", "ngay ket thuc xu ly",
  "linh vuc", "co quan tiep nhan", "don vi tiep nhan", "don vi xu ly", "co quan xu ly", "can bo tiep nhan", "can bo xu ly", "ghi chu", "le phi", "phi", "phi le phi", "so tien", "chuc vu", "dan toc",
] as const;

export const unwantedColumnNames: ReadonlySet<string> = new Set(otherNames);

export const knownColumnNames: ReadonlySet<string> = new Set([...Object.values(columnNames).flat(), ...otherNames]);

