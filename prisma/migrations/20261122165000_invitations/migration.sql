-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "kind" TEXT NOT NULL,
    "code_digest" BYTEA NOT NULL,
    "secret_digest" BYTEA NOT NULL,
    "for_user_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,
    "claim_digest" BYTEA,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_request" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "claim_digest" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision" TEXT,
    "note" TEXT,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_poster" (
    "unit_id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_poster_pkey" PRIMARY KEY ("unit_id")
);

-- CreateIndex
CREATE INDEX "invitation_province_id_unit_id_created_at_idx" ON "invitation"("province_id", "unit_id", "created_at");

-- CreateIndex
CREATE INDEX "invitation_province_id_created_by_id_kind_idx" ON "invitation"("province_id", "created_by_id", "kind");

-- CreateIndex
CREATE INDEX "invitation_province_id_used_by_id_idx" ON "invitation"("province_id", "used_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_province_id_code_digest_key" ON "invitation"("province_id", "code_digest");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_province_id_secret_digest_key" ON "invitation"("province_id", "secret_digest");

-- CreateIndex
CREATE INDEX "join_request_province_id_unit_id_asked_at_idx" ON "join_request"("province_id", "unit_id", "asked_at");

-- CreateIndex
CREATE INDEX "join_request_province_id_user_id_asked_at_idx" ON "join_request"("province_id", "user_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "join_poster_province_id_code_key" ON "join_poster"("province_id", "code");

alter table invitation add constraint known_kind check (kind in ('join', 'return', 'pool'));
alter table invitation add constraint invited_role check (role in ('volunteer', 'leader'));
alter table invitation add constraint one_to_bring_back check ((kind = 'return') = (for_user_id is not null));
alter table join_request add constraint known_decision check (decision in ('approved', 'refused'));
-- Nobody asks twice at the same time.
create unique index join_request_open on join_request (user_id) where decided_at is null;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

do $$
declare name text;
begin
  foreach name in array array['invitation', 'join_request', 'join_poster'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
    -- Who comes in is nobody yet.
    execute format('create policy coming_in on %I to tns_app using ((select app_user()) is null)', name);
    execute format('create policy supervised on %I for select to tns_app using (app_supervises(unit_id))', name);
  end loop;
end $$;
create policy made on invitation for insert to tns_app with check (app_supervises(unit_id) and created_by_id = (select app_user()));
create policy taken_back on invitation for update to tns_app using (app_supervises(unit_id));
create policy opened on join_poster for insert to tns_app with check (app_supervises(unit_id) and created_by_id = (select app_user()));
create policy own on join_request for select to tns_app using (user_id = (select app_user()));
create policy decided on join_request for update to tns_app using (app_supervises(unit_id)) with check (decided_by_id = (select app_user()));

grant select, insert on invitation, join_request, join_poster to tns_app;
grant update (used_at, used_by_id, claim_digest, revoked_at) on invitation to tns_app;
grant update (decided_at, decided_by_id, decision, note) on join_request to tns_app;
