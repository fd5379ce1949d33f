-- How strongly a session was signed in: 1 for a password, 2 for a password and a code.
ALTER TABLE "app_session" ADD COLUMN "factors" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,
    "offered" BYTEA,
    "offered_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "account_event" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "second_factor_province_id_idx" ON "second_factor"("province_id");
CREATE INDEX "recovery_code_province_id_user_id_idx" ON "recovery_code"("province_id", "user_id");
CREATE INDEX "account_event_province_id_user_id_at_idx" ON "account_event"("province_id", "user_id", "at");

alter table app_session add constraint known_factors check (factors in (1, 2));
alter table account_event add constraint known_kind check (kind in (
  'passwordChanged', 'secondFactorSet', 'secondFactorRemoved', 'secondFactorReset', 'recoveryCodesMade', 'recoveryCodeUsed', 'sessionEnded', 'otherSessionsEnded'));

do $$
declare name text;
begin
  foreach name in array array['second_factor', 'recovery_code', 'account_event'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
  end loop;
  -- As with passwords and sessions: one's own, and while the person is still nobody. Who lost the authenticator is let in
  -- again by whoever manages that person: an officer above, or the province.
  foreach name in array array['second_factor', 'recovery_code'] loop
    execute format('create policy own_or_signing_in on %I to tns_app using (user_id = (select app_user()) or (select app_user()) is null)', name);
    execute format('create policy reset on %I for delete to tns_app using (app_manages(user_id))', name);
    -- To delete rows by their owner is to look for them.
    execute format('create policy reset_finds on %I for select to tns_app using (app_manages(user_id))', name);
  end loop;
end $$;
create policy reset on app_session for update to tns_app using (app_manages(user_id));
create policy reset_finds on app_session for select to tns_app using (app_manages(user_id));

-- What happened to an account is told to its person, and never changed.
create policy own on account_event for select to tns_app using (user_id = (select app_user()));
create policy append on account_event for insert to tns_app with check (
  (actor_id = (select app_user()) and (user_id = actor_id or app_manages(user_id))) or (select app_user()) is null
);

grant select, insert, delete, update on second_factor to tns_app;
grant select, insert, delete, update (used_at) on recovery_code to tns_app;
grant select, insert on account_event to tns_app;
grant update (factors) on app_session to tns_app;
