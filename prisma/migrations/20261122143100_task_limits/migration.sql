-- Limits of the task definition, on the rows that they hold for. Such rows have indexes of their own, so that claims of
-- all other work neither read nor count them.
ALTER TABLE "tasks" ADD COLUMN "limits" JSON;
DROP INDEX "tasks_queue_idx";
CREATE INDEX "tasks_queue_idx" ON "tasks" ("namespace_id", "queue", "priority" DESC, "deliver_at", "seq") WHERE "status" = 'SCHEDULED' AND "performer" = 'worker' AND "limits" IS NULL;
CREATE INDEX "tasks_limited_idx" ON "tasks" ("namespace_id", "queue", "def_name", "priority" DESC, "deliver_at", "seq") WHERE "status" = 'SCHEDULED' AND "limits" IS NOT NULL AND "queue" IS NOT NULL;
-- Work of the server itself has no queue.
CREATE INDEX "tasks_admission_idx" ON "tasks" ("namespace_id", "def_name", "priority" DESC, "deliver_at", "seq") WHERE "status" = 'SCHEDULED' AND "limits" IS NOT NULL AND "queue" IS NULL;
CREATE INDEX "tasks_running_idx" ON "tasks" ("namespace_id", "def_name") WHERE "status" = 'IN_PROGRESS' AND "limits" IS NOT NULL;

-- Attempts that began, until they no longer count against their rate.
CREATE TABLE "task_starts" (
  "id" BIGSERIAL PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "until" BIGINT NOT NULL,
  "amount" INTEGER NOT NULL
);
CREATE INDEX "task_starts_name_idx" ON "task_starts" ("namespace_id", "name", "until");

-- Workers of domains: what the other replicas need to know of them.
CREATE INDEX "poll_data_domains_idx" ON "poll_data" ("last_poll_time") WHERE "domain" <> '';
