-- Why an entry waits in quarantine, as it was when it came: who has the right today is another question.
ALTER TABLE "entry" ADD COLUMN "quarantine" JSONB;
grant update (quarantine) on entry to tns_app;

-- What came sealed to the server's key and could not be done: kept as it came until its author has it back. No foreign
-- key to the owner: a phone may hold work of people whom nobody has let in yet.
CREATE TABLE "recovered_command" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recovered_command_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recovered_command_province_id_device_id_idx" ON "recovered_command"("province_id", "device_id");
CREATE UNIQUE INDEX "recovered_command_province_id_owner_id_command_id_key" ON "recovered_command"("province_id", "owner_id", "command_id");

alter table recovered_command enable row level security, force row level security;
create policy province on recovered_command as restrictive using (province_id = (select app_province()));
create policy own on recovered_command to tns_app using (owner_id = (select app_user()));
grant select, insert, delete on recovered_command to tns_app;
