-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('province', 'directUnit', 'grassroots', 'team');

-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('district', 'commune', 'hamlet');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('volunteer', 'leader', 'officer', 'policeVerifier', 'policeHelper', 'provinceVerifier', 'provincePlanner', 'observer');

-- CreateEnum
CREATE TYPE "EntryStatus" AS ENUM ('submitted', 'returned', 'confirmed', 'refused', 'withdrawn', 'reopened', 'overturned', 'quarantined');

-- CreateEnum
CREATE TYPE "EvidenceSource" AS ENUM ('register', 'police', 'officer', 'backCheck', 'rule');

-- CreateTable
CREATE TABLE "province" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "feed_epoch" UUID NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "official_code" TEXT,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_parent" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_parent_pkey" PRIMARY KEY ("unit_id","valid_from")
);

-- CreateTable
CREATE TABLE "unit_ancestor" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "ancestor_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_ancestor_pkey" PRIMARY KEY ("unit_id","ancestor_id","valid_from")
);

-- CreateTable
CREATE TABLE "unit_successor" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "from" DATE NOT NULL,

    CONSTRAINT "unit_successor_pkey" PRIMARY KEY ("unit_id","successor_id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" "AreaKind" NOT NULL,
    "official_code" TEXT,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "successor_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "unit_id" UUID,
    "area_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_by_id" UUID,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_session" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "device_id" UUID,
    "version" INTEGER NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "login_digest" BYTEA NOT NULL,
    "address_digest" BYTEA NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "name" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_manifest" (
    "province_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pending_count" INTEGER NOT NULL,
    "oldest_captured_at" TIMESTAMPTZ(3),
    "pending_ids_digest" TEXT NOT NULL,
    "app_version" TEXT NOT NULL,
    "persisted" BOOLEAN NOT NULL,
    "installed" BOOLEAN NOT NULL,
    "clock_offset_ms" INTEGER NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_manifest_pkey" PRIMARY KEY ("device_id","user_id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "hash_version" INTEGER NOT NULL,
    "unit_id" UUID NOT NULL,
    "public_employee" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "import_batch_id" UUID,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "subject_id" UUID,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "happened_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_offset_ms" INTEGER NOT NULL,
    "status" "EntryStatus" NOT NULL,
    "version" INTEGER NOT NULL,
    "status_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "receipt" TEXT NOT NULL,
    "flags" TEXT[],
    "place_kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "last_review" JSONB,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "key_hash" BYTEA,
    "dossier_code" TEXT,
    "dossier_received_on" DATE,
    "service" TEXT,
    "portal" TEXT,
    "channel" TEXT,
    "paid_online" BOOLEAN,
    "indicators" TEXT[],
    "not_counted" TEXT,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "wrapped_key" BYTEA,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA,
    "number_hash" BYTEA,
    "phone_hash" BYTEA,
    "hash_version" INTEGER NOT NULL,
    "last_four" TEXT,
    "birth_year" INTEGER,
    "sex" TEXT,
    "commune_id" UUID,
    "hamlet" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "entry_version" INTEGER NOT NULL,
    "notice_version" INTEGER NOT NULL,
    "purposes" TEXT[],
    "method" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "by_guardian" BOOLEAN NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_notice" (
    "province_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,

    CONSTRAINT "consent_notice_pkey" PRIMARY KEY ("province_id","version")
);

-- CreateTable
CREATE TABLE "review_event" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_status" "EntryStatus" NOT NULL,
    "to_status" "EntryStatus" NOT NULL,
    "reason" TEXT,
    "field" TEXT,
    "sealed_note" BYTEA,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_log" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "device_id" UUID,
    "type" TEXT NOT NULL,
    "entry_id" UUID,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "payload_digest" BYTEA NOT NULL,
    "before_digest" BYTEA,
    "after_digest" BYTEA,
    "answer" JSONB NOT NULL,
    "block_sequence" INTEGER,

    CONSTRAINT "command_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_block" (
    "province_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "command_count" INTEGER NOT NULL,
    "previous_digest" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_block_pkey" PRIMARY KEY ("province_id","sequence")
);

-- CreateTable
CREATE TABLE "command_conflict" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "device_id" UUID,
    "payload_digest" BYTEA NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "command_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "province_id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "audience_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "entry_id" UUID,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT,
    "file_digest" BYTEA NOT NULL,
    "layout" JSONB,
    "row_count" INTEGER NOT NULL,
    "unread_count" INTEGER NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_record" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "import_batch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dossier_code" TEXT,
    "number_hash" BYTEA,
    "hash_version" INTEGER,
    "received_on" DATE,
    "created_on" DATE,
    "linked_on" DATE,
    "service" TEXT,
    "channel" TEXT,
    "paid_online" BOOLEAN,
    "transaction_count" INTEGER,
    "status" TEXT,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "outcome_revision" INTEGER NOT NULL,
    "source" "EvidenceSource" NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "register_record_id" UUID,
    "import_batch_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "helper_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "frame_digest" BYTEA NOT NULL,
    "drawn_ids" UUID[],
    "drawn_by_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "province_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("province_id","code")
);

-- CreateTable
CREATE TABLE "indicator_version" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "window_from" DATE NOT NULL,
    "outcome_kinds" TEXT[],
    "age_from" INTEGER,
    "age_through" INTEGER,
    "online_only" BOOLEAN NOT NULL,
    "once_per_subject" BOOLEAN NOT NULL,
    "evidence_rule" JSONB NOT NULL,
    "credit" TEXT NOT NULL,

    CONSTRAINT "indicator_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "value" DECIMAL(65,30) NOT NULL,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally" (
    "id" BIGSERIAL NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "happened_on" DATE NOT NULL,
    "delta" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal_rule" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refusal_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "through" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_group" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "province_code_key" ON "province"("code");

-- CreateIndex
CREATE INDEX "unit_province_id_kind_idx" ON "unit"("province_id", "kind");

-- CreateIndex
CREATE INDEX "unit_parent_province_id_parent_id_idx" ON "unit_parent"("province_id", "parent_id");

-- CreateIndex
CREATE INDEX "unit_ancestor_province_id_ancestor_id_idx" ON "unit_ancestor"("province_id", "ancestor_id");

-- CreateIndex
CREATE INDEX "unit_successor_province_id_idx" ON "unit_successor"("province_id");

-- CreateIndex
CREATE INDEX "area_province_id_kind_official_code_idx" ON "area"("province_id", "kind", "official_code");

-- CreateIndex
CREATE INDEX "area_province_id_parent_id_idx" ON "area"("province_id", "parent_id");

-- CreateIndex
CREATE INDEX "place_province_id_unit_id_idx" ON "place"("province_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_province_id_login_key" ON "app_user"("province_id", "login");

-- CreateIndex
CREATE INDEX "role_assignment_province_id_user_id_idx" ON "role_assignment"("province_id", "user_id");

-- CreateIndex
CREATE INDEX "role_assignment_province_id_unit_id_idx" ON "role_assignment"("province_id", "unit_id");

-- CreateIndex
CREATE INDEX "app_session_province_id_user_id_idx" ON "app_session"("province_id", "user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_province_id_login_digest_at_idx" ON "sign_in_attempt"("province_id", "login_digest", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_province_id_address_digest_at_idx" ON "sign_in_attempt"("province_id", "address_digest", "at");

-- CreateIndex
CREATE INDEX "device_province_id_idx" ON "device"("province_id");

-- CreateIndex
CREATE INDEX "device_manifest_province_id_user_id_idx" ON "device_manifest"("province_id", "user_id");

-- CreateIndex
CREATE INDEX "member_province_id_number_hash_idx" ON "member"("province_id", "number_hash");

-- CreateIndex
CREATE INDEX "member_province_id_unit_id_idx" ON "member"("province_id", "unit_id");

-- CreateIndex
CREATE INDEX "entry_province_id_subject_id_idx" ON "entry"("province_id", "subject_id");

-- CreateIndex
CREATE INDEX "entry_province_id_unit_id_status_received_at_idx" ON "entry"("province_id", "unit_id", "status", "received_at");

-- CreateIndex
CREATE INDEX "entry_province_id_author_id_received_at_idx" ON "entry"("province_id", "author_id", "received_at");

-- CreateIndex
CREATE INDEX "entry_province_id_unit_id_happened_on_idx" ON "entry"("province_id", "unit_id", "happened_on");

-- CreateIndex
CREATE INDEX "entry_province_id_receipt_idx" ON "entry"("province_id", "receipt");

-- CreateIndex
CREATE INDEX "outcome_province_id_entry_id_idx" ON "outcome"("province_id", "entry_id");

-- CreateIndex
CREATE INDEX "outcome_province_id_key_hash_idx" ON "outcome"("province_id", "key_hash");

-- CreateIndex
CREATE INDEX "outcome_province_id_dossier_code_idx" ON "outcome"("province_id", "dossier_code");

-- CreateIndex
CREATE INDEX "subject_province_id_number_hash_idx" ON "subject"("province_id", "number_hash");

-- CreateIndex
CREATE INDEX "subject_province_id_phone_hash_idx" ON "subject"("province_id", "phone_hash");

-- CreateIndex
CREATE INDEX "consent_province_id_subject_id_idx" ON "consent"("province_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_province_id_entry_id_entry_version_key" ON "consent"("province_id", "entry_id", "entry_version");

-- CreateIndex
CREATE UNIQUE INDEX "review_event_province_id_entry_id_version_key" ON "review_event"("province_id", "entry_id", "version");

-- CreateIndex
CREATE INDEX "command_log_province_id_entry_id_idx" ON "command_log"("province_id", "entry_id");

-- CreateIndex
CREATE INDEX "command_log_province_id_actor_id_received_at_idx" ON "command_log"("province_id", "actor_id", "received_at");

-- CreateIndex
CREATE INDEX "command_log_province_id_block_sequence_idx" ON "command_log"("province_id", "block_sequence");

-- CreateIndex
CREATE UNIQUE INDEX "command_conflict_province_id_command_id_payload_digest_key" ON "command_conflict"("province_id", "command_id", "payload_digest");

-- CreateIndex
CREATE INDEX "change_province_id_audience_id_xid_sequence_idx" ON "change"("province_id", "audience_id", "xid", "sequence");

-- CreateIndex
CREATE INDEX "access_log_province_id_subject_id_at_idx" ON "access_log"("province_id", "subject_id", "at");

-- CreateIndex
CREATE INDEX "access_log_province_id_actor_id_at_idx" ON "access_log"("province_id", "actor_id", "at");

-- CreateIndex
CREATE INDEX "import_batch_province_id_kind_accepted_at_idx" ON "import_batch"("province_id", "kind", "accepted_at");

-- CreateIndex
CREATE INDEX "import_batch_province_id_file_digest_idx" ON "import_batch"("province_id", "file_digest");

-- CreateIndex
CREATE INDEX "register_record_province_id_dossier_code_idx" ON "register_record"("province_id", "dossier_code");

-- CreateIndex
CREATE INDEX "register_record_province_id_number_hash_idx" ON "register_record"("province_id", "number_hash");

-- CreateIndex
CREATE INDEX "register_record_province_id_import_batch_id_idx" ON "register_record"("province_id", "import_batch_id");

-- CreateIndex
CREATE INDEX "evidence_province_id_outcome_id_outcome_revision_source_dec_idx" ON "evidence"("province_id", "outcome_id", "outcome_revision", "source", "decided_at");

-- CreateIndex
CREATE INDEX "evidence_province_id_import_batch_id_idx" ON "evidence"("province_id", "import_batch_id");

-- CreateIndex
CREATE INDEX "sample_province_id_unit_id_idx" ON "sample"("province_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_version_province_id_indicator_valid_from_key" ON "indicator_version"("province_id", "indicator", "valid_from");

-- CreateIndex
CREATE INDEX "target_province_id_year_indicator_unit_id_idx" ON "target"("province_id", "year", "indicator", "unit_id");

-- CreateIndex
CREATE INDEX "tally_province_id_unit_id_indicator_stage_happened_on_idx" ON "tally"("province_id", "unit_id", "indicator", "stage", "happened_on");

-- CreateIndex
CREATE INDEX "refusal_rule_province_id_code_idx" ON "refusal_rule"("province_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "period_province_id_from_through_key" ON "period"("province_id", "from", "through");

-- CreateIndex
CREATE UNIQUE INDEX "service_province_id_slug_key" ON "service"("province_id", "slug");

-- AddForeignKey
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_session" ADD CONSTRAINT "app_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_event" ADD CONSTRAINT "review_event_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_record" ADD CONSTRAINT "register_record_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_register_record_id_fkey" FOREIGN KEY ("register_record_id") REFERENCES "register_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────
-- Every request runs as tns_app, a role that owns nothing, inside one transaction that says for whom
-- (lib/server/database/with-actor.ts). Policies are the second wall behind can(...): they hold even
-- where the application forgets to ask. FORCE makes them hold for the owner of the tables too.

-- Roles belong to the whole server, so another database may have made them, even at this moment.
do $$
declare name text;
begin
  foreach name in array array['tns_app', 'tns_lookup'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, name, 'member') then execute format('grant %I to %I', name, current_user); end if;
  end loop;
end $$;

grant usage on schema public to tns_app, tns_lookup;

-- For whom: set transaction-locally by withActor. Unset means nobody, and nobody sees nothing.
create function app_province() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.province', true), '')::uuid $$;
create function app_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
-- Units over which the actor holds a supervising role today.
create function app_scope() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.scope', true), ''), '{}')::uuid[] $$;

-- First wall of all: the province.
do $$
declare name text;
begin
  for name in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and c.column_name = 'province_id' and t.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
  end loop;
end $$;
-- Which provinces there are is no secret, and has to be known before anything can be asked for one of them.
alter table province enable row level security, force row level security;
create policy everybody on province using (true) with check (id = (select app_province()));

-- What everybody of the province may read; grants below say what of it the application may write.
do $$
declare name text;
begin
  foreach name in array array[
    'unit', 'unit_parent', 'unit_ancestor', 'unit_successor', 'area', 'place', 'app_user', 'role_assignment',
    'device', 'device_manifest', 'consent_notice', 'indicator', 'indicator_version', 'target', 'refusal_rule',
    'period', 'service', 'command_block']
  loop
    execute format('create policy everybody on %I using (true)', name);
  end loop;
end $$;

-- The registers: whoever supervises reads, whoever imports adds.
do $$
declare name text;
begin
  foreach name in array array['member', 'import_batch', 'register_record', 'sample'] loop
    execute format('create policy supervisors on %I for select using (cardinality((select app_scope())) > 0)', name);
    execute format('create policy change_by_supervisors on %I for update using (cardinality((select app_scope())) > 0)', name);
    execute format('create policy append on %I for insert with check (true)', name);
  end loop;
end $$;

-- Entries: the author's own, and those of units below the ones the actor supervises.
create policy own_or_supervised on entry to tns_app using (
  author_id = (select app_user())
  or unit_id in (select unit_id from unit_ancestor where ancestor_id = any ((select app_scope())::uuid[]))
);
create policy with_entry on outcome to tns_app using (exists (select from entry where entry.id = outcome.entry_id));
create policy with_entry on consent to tns_app using (exists (select from entry where entry.id = consent.entry_id));
create policy with_entry on review_event to tns_app using (exists (select from entry where entry.id = review_event.entry_id));
create policy with_outcome on evidence to tns_app using (exists (select from outcome where outcome.id = evidence.outcome_id));

-- A subject is written before its entry and read through it.
create policy new_subject on subject for insert to tns_app with check (true);
create policy with_entry on subject for select to tns_app using (exists (select from entry where entry.subject_id = subject.id));
create policy with_entry_change on subject for update to tns_app using (exists (select from entry where entry.subject_id = subject.id));

-- The log: everybody appends for themselves only, and reads the own commands and those on visible entries.
create policy own_append on command_log for insert to tns_app with check (actor_id = (select app_user()));
create policy own_or_visible on command_log for select to tns_app using (
  actor_id = (select app_user()) or exists (select from entry where entry.id = command_log.entry_id)
);
create policy own on command_conflict to tns_app using (actor_id = (select app_user()));
create policy own_append on access_log for insert to tns_app with check (actor_id = (select app_user()));
create policy own_or_visible on access_log for select to tns_app using (
  actor_id = (select app_user()) or exists (select from entry where entry.id = access_log.entry_id)
);

-- The feed of a person is read by that person; whoever changes an entry writes to its author's feed.
create policy to_author on change for insert to tns_app with check (
  audience_id = (select entry.author_id from entry where entry.id = change.entry_id)
);
create policy own on change for select to tns_app using (audience_id = (select app_user()));

-- Numbers: whoever decides adds, whoever supervises reads.
create policy append on tally for insert to tns_app with check (true);
create policy supervised on tally for select to tns_app using (
  unit_id in (select unit_id from unit_ancestor where ancestor_id = any ((select app_scope())::uuid[]))
);

-- Sessions and passwords: one's own, and signing in happens while the person is still nobody.
create policy own_or_signing_in on app_session to tns_app using (
  user_id = (select app_user()) or (select app_user()) is null
);
create policy append on sign_in_attempt for insert to tns_app with check (true);
create policy signing_in on sign_in_attempt for select to tns_app using ((select app_user()) is null);
create policy own_or_signing_in on app_user as restrictive for update to tns_app using (
  id = (select app_user()) or (select app_user()) is null
);

-- Append-only where history is the point; who made an entry, where and when it came never changes.
grant select on all tables in schema public to tns_app;
grant insert on
  entry, outcome, subject, consent, review_event, command_log, command_conflict, change, tally, access_log,
  device, device_manifest, app_session, sign_in_attempt, evidence, sample, import_batch, register_record, member
  to tns_app;
grant update (status, version, status_changed_at, flags, place_kind, content, last_review, happened_at, happened_on)
  on entry to tns_app;
grant update (position, kind, revision, key_hash, dossier_code, dossier_received_on, service, portal, channel,
  paid_online, indicators, not_counted, voided_at) on outcome to tns_app;
grant update (kind, wrapped_key, key_version, sealed, number_hash, phone_hash, hash_version, last_four,
  birth_year, sex, commune_id, hamlet, erased_at) on subject to tns_app;
grant update (withdrawn_at) on consent to tns_app;
grant update (resolved_at) on command_conflict to tns_app;
grant update (name) on device to tns_app;
grant update on device_manifest to tns_app;
grant update (device_id, last_seen_at, expires_at, revoked_at) on app_session to tns_app;
grant update (password_hash, must_change_password, session_version) on app_user to tns_app;
grant usage on all sequences in schema public to tns_app;
do $$
begin
  if to_regclass('_prisma_migrations') is not null then revoke all on _prisma_migrations from tns_app; end if;
end $$;

-- ── Lookups ──────────────────────────────────────────────────────────────────────────────────────

-- Which of these keys were recorded for another entry by anyone in the province? Answers with the question's
-- own rows: nobody learns more about another unit's citizen than "may have been recorded already". The limit
-- keeps the planner from joining: each key is looked up by the index, whatever the statistics say.
create policy lookup on entry for select to tns_lookup using (true);
create policy lookup on outcome for select to tns_lookup using (true);
grant select (province_id, id, status) on entry to tns_lookup;
grant select (province_id, entry_id, kind, key_hash, voided_at) on outcome to tns_lookup;
create function recorded_keys(entries uuid[], kinds text[], keys bytea[])
  returns table (entry_id uuid, kind text, key_hash bytea)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select asked.entry_id, asked.kind, asked.key_hash
    from unnest(entries, kinds, keys) as asked(entry_id, kind, key_hash)
    where (
      select true from outcome known
      where known.province_id = app_province() and known.key_hash = asked.key_hash and known.kind = asked.kind
        and known.voided_at is null and known.entry_id <> asked.entry_id
        and (select entry.status from entry where entry.id = known.entry_id) <> 'withdrawn'
      limit 1
    )
  $$;
grant create on schema public to tns_lookup;
alter function recorded_keys(uuid[], text[], bytea[]) owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function recorded_keys(uuid[], text[], bytea[]) from public;
grant execute on function recorded_keys(uuid[], text[], bytea[]) to tns_app;

-- The closure of the dated tree: a path is valid while every step of it is. Run by whoever owns the tables.
create function refresh_unit_ancestors() returns void language sql as $$
  delete from unit_ancestor where province_id = app_province();
  with recursive path(unit_id, ancestor_id, depth, valid_from, valid_to) as (
    select id, id, 0, valid_from, valid_to from unit where province_id = app_province()
    union all
    select path.unit_id, step.parent_id, path.depth + 1,
           greatest(path.valid_from, step.valid_from), least(path.valid_to, step.valid_to)
    from path join unit_parent step on step.unit_id = path.ancestor_id and step.province_id = app_province()
    where greatest(path.valid_from, step.valid_from)
          < coalesce(least(path.valid_to, step.valid_to), 'infinity'::date)
  )
  insert into unit_ancestor (province_id, unit_id, ancestor_id, depth, valid_from, valid_to)
  select app_province(), unit_id, ancestor_id, min(depth), valid_from,
         nullif(max(coalesce(valid_to, 'infinity'::date)), 'infinity'::date)
  from path
  group by unit_id, ancestor_id, valid_from;
$$;
revoke all on function refresh_unit_ancestors() from public;

-- ── What no code may break ───────────────────────────────────────────────────────────────────────

alter table entry add constraint version_counts check (version >= 1);
alter table outcome add constraint revision_counts check (revision >= 1);
alter table subject add constraint erased_means_keyless check (
  case when erased_at is null then wrapped_key is not null and sealed is not null
       else wrapped_key is null and sealed is null and number_hash is null and phone_hash is null end
);
alter table tally add constraint only_differences check (delta <> 0);
alter table unit_parent add constraint no_own_parent check (unit_id <> parent_id);
alter table device_manifest add constraint pending_counts check (pending_count >= 0);
