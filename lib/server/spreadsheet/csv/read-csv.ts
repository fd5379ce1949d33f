import "server-only";
import type { Row } from "@/lib/domain/import/row";
import { FileRefused } from "../file-refused";
import { sliceSize, type Limits } from "../limits";
import { bytesOf, type Source } from "../source";
import { decodeText } from "./decode-text";
import { guessFormat } from "./guess-format";
import { splitRows } from "./split-rows";

/** The rows of a text file. Encoding, delimiter and line ends are guessed from how it begins. */
export async function* readCsv(source: Source, limits: Limits): AsyncGenerator<Row[]> {
  const texts = decodeText(bytesOf(source, limits.fileBytes));
  let slice: Row[] = [];
  let rowNumber = 0;
  let cellCount = 0;
  for await (const rows of splitRows(texts, guessFormat)) {
    for (const cells of rows) {
      rowNumber++;
      if (!cells.some((cell) => cell !== "")) continue;
      cellCount += cells.length;
      if (rowNumber > limits.rows) throw new FileRefused("fileTooManyRows");
      if (cellCount > limits.cells) throw new FileRefused("tooLarge");
      slice.push({ rowNumber, cells });
    }
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
