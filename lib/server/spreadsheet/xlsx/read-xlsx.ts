import "server-only";
import type { Row } from "@/lib/domain/import/row";
import { FileRefused } from "../file-refused";
import type { Limits } from "../limits";
import type { Source } from "../source";
import { openArchive, type Archive } from "./open-archive";
import { readDateStyles } from "./read-date-styles";
import { readSharedStrings } from "./read-shared-strings";
import { readSheet } from "./read-sheet";
import { readWorkbook, type Workbook } from "./read-workbook";
import { surveySheet, type MergesByColumn } from "./survey-sheet";

/** The rows of one sheet of a workbook; the archive is closed behind them, also where nobody reads to the end. */
export async function* readXlsx(source: Source, limits: Limits, sheetName?: string): AsyncGenerator<Row[]> {
  const archive = await openArchive(source, limits);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = await chooseSheet(archive, workbook, sheetName);
    if (!sheet) return;
    const styles = {
      sharedStrings: await readSharedStrings(archive, workbook.sharedStringsPart),
      isDateByStyle: await readDateStyles(archive, workbook.stylesPart),
      from1904: workbook.from1904,
    };
    yield* readSheet(archive.read(sheet.part), styles, sheet.merges, limits);
  } finally {
    archive.close();
  }
}

/** The sheets that can be chosen, in the order of their tabs; hidden ones are not offered. */
export async function listSheets(source: Source, limits: Limits): Promise<string[]> {
  const archive = await openArchive(source, limits);
  try {
    return (await readWorkbook(archive)).sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  } finally {
    archive.close();
  }
}

async function chooseSheet(archive: Archive, { sheets }: Workbook, name: string | undefined): Promise<{ part: string; merges: MergesByColumn } | undefined> {
  const candidates = sheets.filter((sheet) => (name === undefined ? !sheet.isHidden : sheet.name === name));
  if (name !== undefined && candidates.length === 0) throw new FileRefused("sheetUnknown");
  for (const { part } of candidates) {
    const { hasValues, merges } = await surveySheet(archive.read(part));
    if (hasValues) return { part, merges };
  }
  return undefined;
}
