import { PeopleFileQuery } from "@/lib/protocol/people";
import { handleUpload } from "@/lib/server/http/handle";
import { answerPeopleFile } from "@/lib/server/people/answer-people-file";

/** What a file of people would change, doing it, and what of it can't be taken. */
export const POST = handleUpload(PeopleFileQuery, answerPeopleFile);
