import { makePeopleFile, type PersonLine } from "../../factories/people-file";

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
const middles = ["Văn", "Thị", "Minh", "Ngọc", "Thanh", "Quốc", "Hoàng", "Gia", "Bảo", "Kim"];
const givens = ["An", "Bình", "Chi", "Dũng", "Giang", "Hoà", "Hương", "Khoa", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Tâm", "Uyên", "Vy", "Yến", "Đạt"];

/**
 * As an office writes it: names that many share, in capitals here and there, spread over all teams.
 * @param wrongEvery of so many rows one names no unit there is
 */
export function writePeopleFile(rows: number, unitNames: readonly string[], { wrongEvery }: { readonly wrongEvery?: number } = {}): Promise<Buffer> {
  return makePeopleFile(Array.from({ length: rows }, (_, index): PersonLine => {
    // Nobody twice in one team: the team changes with each row, the name after each round of teams.
    const round = Math.floor(index / unitNames.length) + (index % unitNames.length) * 7;
    const name = [families[round % 10], middles[Math.floor(round / 10) % 10], givens[Math.floor(round / 100 + index) % 20], `${givens[round % 20]}`].join(" ");
    const isWrong = wrongEvery !== undefined && index % wrongEvery === wrongEvery - 1;
    return [index % 9 === 0 ? name.toUpperCase() : name, isWrong ? "Đội không có" : unitNames[index % unitNames.length]!, index % 25 === 0 ? "Đội trưởng" : "Tình nguyện viên", index % 3 === 0 ? "Học sinh, sinh viên" : ""];
  }));
}
