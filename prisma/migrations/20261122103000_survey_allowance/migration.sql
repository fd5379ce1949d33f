-- CreateTable
CREATE TABLE "survey_allowance" (
    "province_id" UUID NOT NULL,
    "address_digest" BYTEA NOT NULL,
    "left" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_allowance_pkey" PRIMARY KEY ("province_id","address_digest")
);

-- CreateIndex
CREATE INDEX "survey_allowance_province_id_refilled_at_idx" ON "survey_allowance"("province_id", "refilled_at");

-- Only nobody in particular answers the survey, so nobody who is signed in has to do with its buckets.
alter table survey_allowance enable row level security, force row level security;
create policy province on survey_allowance as restrictive using (province_id = (select app_province()));
create policy answering on survey_allowance to tns_app using ((select app_user()) is null);
grant select, insert, delete on survey_allowance to tns_app;
grant update ("left", refilled_at) on survey_allowance to tns_app;
