import "server-only";
import path from "node:path/posix";
import { FileRefused } from "../file-refused";
import type { Archive } from "./open-archive";
import { readXml } from "./scan-xml";

export type Workbook = {
  /** In the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  /** Days count from 1904 on: files of old Macs. */
  readonly from1904: boolean;
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
};

/** Which parts a workbook has, and where. Throws `fileUnreadable` where the archive holds none. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const [workbookPart] = targetsOf(await readRelations(archive, ""), "officeDocument");
  if (workbookPart === undefined || !archive.has(workbookPart)) throw new FileRefused("fileUnreadable");
  const relations = await readRelations(archive, workbookPart);
  const partById = new Map(relations.filter(({ type }) => type === "worksheet").map(({ id, target }) => [id, target]));
  const sheets: Workbook["sheets"][number][] = [];
  let from1904 = false;
  await readXml(archive.read(workbookPart), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = isTrue(attributes.date1904);
      const part = name === "sheet" ? partById.get(relationIdOf(attributes)) : undefined;
      if (part !== undefined) sheets.push({ name: attributes.name ?? "", part, isHidden: attributes.state !== undefined && attributes.state !== "visible" });
    },
  });
  const [sharedStringsPart] = targetsOf(relations, "sharedStrings");
  const [stylesPart] = targetsOf(relations, "styles");
  return { sheets, from1904, sharedStringsPart, stylesPart };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** What a part refers to; types without their address, which differs between dialects. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = path.dirname(part);
  const relations: Relation[] = [];
  await readXml(archive.read(path.join(folder, "_rels", `${path.basename(part)}.rels`)), {
    open(name, { Id = "", Type = "", Target = "" }) {
      if (name !== "Relationship") return;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target: path.resolve("/", folder, Target).slice(1) });
    },
  });
  return relations;
}

function targetsOf(relations: readonly Relation[], type: string): string[] {
  return relations.filter((relation) => relation.type === type).map(({ target }) => target);
}

/** `r:id`, whatever the prefix is. */
function relationIdOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? "";
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";
