import { PeopleTemplateQuery } from "@/lib/protocol/people";
import { handleRead } from "@/lib/server/http/handle";
import { peopleWorkbook } from "@/lib/server/people/people-workbook";

export const dynamic = "force-dynamic";

/** A workbook of people to fill in. */
export const GET = handleRead(PeopleTemplateQuery, ({ person, body, now }) => peopleWorkbook(person, { list: body.list === "yes" }, now));
