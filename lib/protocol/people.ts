import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { PersonName } from "../domain/identity/person-name";
import { roles, type Role } from "../domain/people/actor";
import { peopleFields } from "../domain/people/people-columns";
import { PersonForm, RoleForm } from "../domain/people/person-form";
import type { UnitKind } from "../domain/people/person-form";
import { refusalCodes } from "../domain/refusal";
import { MemberKind } from "../domain/shift/member-kind";
import { LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/** What is on the screen when somebody decides: changed meanwhile, nothing is done. */
const Expected = z.strictObject({ name: z.string(), memberKind: MemberKind });

/** `userId`: who is changed. Who asks is known by the session. */
const about = { id: Uuid, userId: Uuid };

/** How many passwords are made in one request: each takes the server a while on purpose. */
export const mostPasswords = 25;

/**
 * POST /api/people, for leaders in the own team, officers in the own subtree, the province's verifier everywhere. The same
 * `id` again is answered again, but for `issuePasswords`: a password is told once, and kept nowhere.
 */
export const ChangePeople = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("create"), ...about, ...PersonForm.shape }),
  z.strictObject({ action: z.literal("edit"), ...about, name: PersonName, memberKind: MemberKind, expected: Expected }),
  z.strictObject({ action: z.literal("grant"), ...about, ...RoleForm.shape }),
  z.strictObject({ action: z.literal("end"), ...about, assignmentId: Uuid, on: LocalDate }),
  z.strictObject({ action: z.literal("move"), ...about, assignmentId: Uuid, ...RoleForm.shape }),
  z.strictObject({ action: z.literal("disable"), ...about }),
  z.strictObject({ action: z.literal("enable"), ...about }),
  /** `onlyWithout`: whoever has a password keeps it. */
  z.strictObject({ action: z.literal("issuePasswords"), id: Uuid, userIds: z.array(Uuid).check(z.minLength(1), z.maxLength(mostPasswords)), onlyWithout: z.boolean() }),
]);
export type ChangePeople = z.infer<typeof ChangePeople>;
/** A change as a form says it, before it has an id. */
export type PeopleWish = z.input<typeof ChangePeople> extends infer Each ? (Each extends { id: string } ? Omit<Each, "id"> : never) : never;

export const IssuedPassword = z.object({ userId: Uuid, name: z.string(), login: z.string(), unitName: z.string(), password: z.string() });
export type IssuedPassword = z.infer<typeof IssuedPassword>;

const marked = { marker: z.literal(protocolMarker), protocol: z.int() };

export const PeopleChanged = z.object({ ...marked, id: Uuid, userId: z.optional(Uuid), login: z.optional(z.string()), passwords: z.optional(z.array(IssuedPassword)) });
export type PeopleChanged = z.infer<typeof PeopleChanged>;

export const personStates = ["active", "noPassword", "firstPassword", "noRole", "disabled"] as const;
export type PersonState = (typeof personStates)[number];

/** Which people a list shows, in the address of the page and of GET /api/people. */
export const PeopleQuery = z.object({
  unit: z.optional(Uuid),
  role: z.optional(z.enum(roles)),
  state: z.optional(z.enum(personStates)),
  /** Words of a name, or a login. */
  search: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  /** A command, such as an import: who came by it. */
  command: z.optional(Uuid),
  page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000))),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** GET /api/people: who of a list has no password yet and may be given one, for the list of first passwords. */
export const WithoutPassword = z.object({ ...marked, userIds: z.array(Uuid) });

// ── Files ────────────────────────────────────────────────────────────────────────────────────────

/**
 * POST /api/people/file, the file as body. `plan` says what it would change and writes nothing; `accept` does just that,
 * once for an `id`, and only while it would still do what the `digest` of the plan says; `rest` gives the rows that can't
 * be taken back as a file. The answer comes line by line: how far it is, and last what came of it.
 */
export const PeopleFileQuery = z.discriminatedUnion("action", [
  z.object({ action: z.literal("plan") }),
  z.object({ action: z.literal("accept"), id: Uuid, digest: z.string().check(z.maxLength(100)) }),
  z.object({ action: z.literal("rest") }),
]);
export type PeopleFileQuery = z.infer<typeof PeopleFileQuery>;

/** GET /api/people/template: empty, or with the people there are. */
export const PeopleTemplateQuery = z.object({ list: z.optional(z.enum(["yes", "no"])) });

export const fileSteps = ["read", "compare", "write"] as const;
export const FileProgress = z.object({ step: z.enum(fileSteps), done: z.int(), of: z.optional(z.int()) });
export type FileProgress = z.infer<typeof FileProgress>;

const PlannedRole = z.object({ role: z.enum(roles), unitName: z.string() });
export const PlannedPerson = z.object({
  row: z.int(),
  name: z.string(),
  login: z.optional(z.string()),
  /** What the person is called now. */
  nameBefore: z.optional(z.string()),
  memberKind: z.optional(MemberKind),
  opens: z.array(PlannedRole),
  ends: z.array(PlannedRole),
  /** Where somebody of the same name is. */
  namesakeIn: z.optional(z.string()),
});
export type PlannedPerson = z.infer<typeof PlannedPerson>;

/** Lists are cut; the numbers are of all. */
export const PeopleFilePlan = z.object({
  digest: z.string(),
  newCount: z.int(),
  changedCount: z.int(),
  /** Rows that say what is so already. */
  sameCount: z.int(),
  namesakeCount: z.int(),
  created: z.array(PlannedPerson),
  changed: z.array(PlannedPerson),
  /** Rows that are not taken, and what is wrong in their cells. */
  wrongRowCount: z.int(),
  problemCount: z.int(),
  problems: z.array(z.object({ row: z.int(), field: z.enum(peopleFields), column: z.string(), text: z.string(), code: z.enum(refusalCodes) })),
});
export type PeopleFilePlan = z.infer<typeof PeopleFilePlan>;

export const PeoplePlanned = z.object({ ...marked, plan: PeopleFilePlan });
export const PeopleAccepted = z.object({ ...marked, id: Uuid, newCount: z.int(), changedCount: z.int() });
export type PeopleAccepted = z.infer<typeof PeopleAccepted>;

// ── What the server hands to the desk's pages ────────────────────────────────────────────────────

export type ShownRole = {
  readonly id: string;
  readonly role: Role;
  /** Of the unit or the area. */
  readonly placeName: string;
  readonly unitId?: string;
  readonly areaId?: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** May whoever looks end it? */
  readonly mayEnd: boolean;
};

export type ListedPerson = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly state: PersonState;
  /** Held on the day, or from a later one. */
  readonly roles: readonly { readonly role: Role; readonly placeName: string; readonly from?: LocalDate }[];
  readonly phones: number;
  readonly unsent: number;
  readonly lastSeenAt?: string;
};

export type PeopleList = {
  readonly people: readonly ListedPerson[];
  readonly total: number;
  readonly page: number;
  readonly hasMore: boolean;
  /** Of the whole list, those who have no password and may be given one here. */
  readonly withoutPassword: number;
};

export type PersonPhone = { readonly deviceId: string; readonly name?: string; readonly revoked: boolean; readonly installed: boolean; readonly appVersion: string; readonly reportedAt: string; readonly unsent: number; readonly oldestCapturedAt?: string };

export const personChangeKinds = ["created", "imported", "renamed", "kindChanged", "roleGranted", "roleEnded", "disabled", "enabled", "passwordIssued", "secondFactorReset"] as const;
export type PersonChangeKind = (typeof personChangeKinds)[number];

/** `joined` by a code that somebody made, `approved` after asking. */
export type PersonEventKind = PersonChangeKind | "joined" | "approved";

export type PersonEvent = { readonly id: string; readonly at: string; readonly byName: string; readonly kind: PersonEventKind; readonly role?: Role; readonly placeName?: string; readonly day?: LocalDate };

export type PersonPage = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly memberKind: MemberKind;
  readonly state: PersonState;
  readonly disabledAt?: string;
  readonly createdAt: string;
  readonly lastSeenAt?: string;
  readonly mayChange: boolean;
  readonly hasPassword: boolean;
  /** All that was ever held, what begins last first. */
  readonly roles: readonly ShownRole[];
  readonly phones: readonly PersonPhone[];
  readonly unsent: number;
  readonly history: readonly PersonEvent[];
  /** Older ones are not shown. */
  readonly hasMoreHistory: boolean;
};

/** A unit of the own subtree, with the roles that may be given there. */
export type UnitChoice = { readonly id: string; readonly name: string; readonly kind: UnitKind; readonly depth: number; readonly roles: readonly Role[] };
export type AreaChoice = { readonly id: string; readonly name: string };
export type PlaceChoices = { readonly units: readonly UnitChoice[]; /** For roles of the police; none where they are not the reader's to give. */ readonly areas: readonly AreaChoice[] };
