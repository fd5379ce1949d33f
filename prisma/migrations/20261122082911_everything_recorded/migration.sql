-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "member_kind" TEXT NOT NULL DEFAULT 'volunteer';

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "household_id" UUID,
ALTER COLUMN "place_kind" DROP NOT NULL;

-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "quantity" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_assignment" (
    "province_id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "shift_assignment_pkey" PRIMARY KEY ("shift_id","user_id")
);

-- CreateTable
CREATE TABLE "allowance_rate" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "member_kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allowance_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "through" DATE NOT NULL,
    "goal" INTEGER NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_area" (
    "province_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "household_count" INTEGER NOT NULL,

    CONSTRAINT "campaign_area_pkey" PRIMARY KEY ("campaign_id","area_id","team_id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "key_version" INTEGER,
    "sealed" BYTEA,
    "head_hash" BYTEA,
    "hash_version" INTEGER NOT NULL,
    "last_result" TEXT,
    "last_visit_on" DATE,
    "come_back_on" DATE,
    "visit_count" INTEGER NOT NULL DEFAULT 0,
    "merged_into_id" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "changed_xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "double_decision" (
    "province_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "double_decision_pkey" PRIMARY KEY ("entry_id","other_id")
);

-- CreateTable
CREATE TABLE "guide" (
    "province_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "edited_by_id" UUID,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "guide_pkey" PRIMARY KEY ("province_id","slug","version")
);

-- CreateTable
CREATE TABLE "survey_point" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_response" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "point_id" UUID NOT NULL,
    "answered_on" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "received_on" DATE NOT NULL,

    CONSTRAINT "survey_response_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shift_province_id_unit_id_day_idx" ON "shift"("province_id", "unit_id", "day");

-- CreateIndex
CREATE INDEX "shift_assignment_province_id_user_id_idx" ON "shift_assignment"("province_id", "user_id");

-- CreateIndex
CREATE INDEX "allowance_rate_province_id_unit_id_member_kind_idx" ON "allowance_rate"("province_id", "unit_id", "member_kind");

-- CreateIndex
CREATE INDEX "campaign_province_id_unit_id_idx" ON "campaign"("province_id", "unit_id");

-- CreateIndex
CREATE INDEX "campaign_area_province_id_area_id_idx" ON "campaign_area"("province_id", "area_id");

-- CreateIndex
CREATE INDEX "campaign_area_province_id_team_id_idx" ON "campaign_area"("province_id", "team_id");

-- CreateIndex
CREATE INDEX "household_province_id_area_id_changed_xid_idx" ON "household"("province_id", "area_id", "changed_xid");

-- CreateIndex
CREATE INDEX "household_province_id_head_hash_idx" ON "household"("province_id", "head_hash");

-- CreateIndex
CREATE INDEX "double_decision_province_id_idx" ON "double_decision"("province_id");

-- CreateIndex
CREATE INDEX "survey_point_province_id_unit_id_idx" ON "survey_point"("province_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_point_province_id_code_key" ON "survey_point"("province_id", "code");

-- CreateIndex
CREATE INDEX "survey_response_province_id_point_id_answered_on_idx" ON "survey_response"("province_id", "point_id", "answered_on");

-- CreateIndex
CREATE INDEX "entry_province_id_household_id_idx" ON "entry"("province_id", "household_id");

-- AddForeignKey
ALTER TABLE "shift_assignment" ADD CONSTRAINT "shift_assignment_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_area" ADD CONSTRAINT "campaign_area_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_point_id_fkey" FOREIGN KEY ("point_id") REFERENCES "survey_point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

do $$
declare name text;
begin
  foreach name in array array[
    'shift', 'shift_assignment', 'allowance_rate', 'campaign', 'campaign_area', 'household', 'double_decision',
    'guide', 'survey_point', 'survey_response']
  loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
  end loop;
  foreach name in array array['campaign', 'campaign_area', 'guide', 'survey_point', 'shift', 'shift_assignment'] loop
    execute format('create policy everybody on %I for select using (true)', name);
  end loop;
end $$;

-- Plans, rates and campaigns are changed by whoever supervises their unit.
create function app_supervises(unit uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from unit_ancestor where unit_id = unit and ancestor_id = any ((select app_scope())::uuid[]))
$$;
do $$
declare name text;
begin
  foreach name in array array['shift', 'allowance_rate', 'campaign', 'survey_point'] loop
    execute format('create policy plan on %I for insert with check (app_supervises(unit_id))', name);
    execute format('create policy replan on %I for update using (app_supervises(unit_id))', name);
  end loop;
end $$;
create policy supervised on allowance_rate for select using (
  app_supervises(unit_id) or unit_id in (
    select ancestor_id from unit_ancestor where unit_id in (
      select unit_id from unit_ancestor where ancestor_id = any ((select app_scope())::uuid[])))
);
create policy plan on shift_assignment using (exists (select from shift where shift.id = shift_id and app_supervises(shift.unit_id)));
create policy plan on campaign_area for insert with check (exists (select from campaign where campaign.id = campaign_id and app_supervises(campaign.unit_id)));
create policy replan on campaign_area for update using (exists (select from campaign where campaign.id = campaign_id and app_supervises(campaign.unit_id)));
create policy unplan on campaign_area for delete using (exists (select from campaign where campaign.id = campaign_id and app_supervises(campaign.unit_id)));

-- Households of a hamlet are seen by the teams that a campaign sends there, and by whoever stands above these teams.
create function app_areas() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct campaign_area.area_id), '{}')
  from campaign_area
  join unit_ancestor on unit_ancestor.unit_id = campaign_area.team_id
  join role_assignment on role_assignment.unit_id = unit_ancestor.ancestor_id
  where role_assignment.user_id = app_user() and role_assignment.role in ('volunteer', 'leader', 'officer', 'provinceVerifier')
    and role_assignment.valid_from <= now()::date and (role_assignment.valid_to is null or now()::date < role_assignment.valid_to)
$$;
create policy in_own_areas on household for select to tns_app using (area_id = any ((select app_areas())::uuid[]));
create policy change_in_own_areas on household for update to tns_app using (area_id = any ((select app_areas())::uuid[]));
create policy append on household for insert to tns_app with check (true);

create policy both_visible on double_decision to tns_app using (
  exists (select from entry where entry.id = double_decision.entry_id) and exists (select from entry where entry.id = double_decision.other_id)
);

-- Guides are edited by the province; everybody answers the survey, also nobody in particular.
create policy edit on guide for insert to tns_app with check ((select cardinality(app_scope())) > 0);
create policy append on survey_response for insert to tns_app with check (true);
create policy supervised on survey_response for select to tns_app using (
  exists (select from survey_point where survey_point.id = survey_response.point_id and app_supervises(survey_point.unit_id))
);

grant select on shift, shift_assignment, allowance_rate, campaign, campaign_area, household, double_decision, guide, survey_point, survey_response
  to tns_app;
grant insert on shift, shift_assignment, allowance_rate, campaign, campaign_area, household, double_decision, guide, survey_point, survey_response
  to tns_app;
grant delete on shift_assignment, campaign_area to tns_app;
grant update (day, starts_at, ends_at, place_id, cancelled_at) on shift to tns_app;
grant update (valid_to) on allowance_rate to tns_app;
grant update (name, "from", through, goal, closed_at) on campaign to tns_app;
grant update (household_count) on campaign_area to tns_app;
grant update (wrapped_key, key_version, sealed, head_hash, hash_version, last_result, last_visit_on, come_back_on, visit_count,
  merged_into_id, erased_at, changed_xid) on household to tns_app;
grant update (retired_at) on survey_point to tns_app;
grant update (household_id) on entry to tns_app;
grant update (quantity) on outcome to tns_app;
grant update (member_kind) on app_user to tns_app;

alter table allowance_rate add constraint not_negative check (amount >= 0);
alter table campaign add constraint in_order check ("from" <= through);
alter table campaign_area add constraint not_negative check (household_count >= 0);
alter table outcome add constraint quantity_counts check (quantity >= 0);
alter table household add constraint erased_means_keyless check (erased_at is null or (wrapped_key is null and sealed is null and head_hash is null));
