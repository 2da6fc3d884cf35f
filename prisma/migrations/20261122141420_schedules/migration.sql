-- Workflows that start by the clock. `body` is what somebody wrote; what changes by itself stands in columns.
CREATE TABLE "schedules" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "body" JSON NOT NULL,
  "paused" BOOLEAN NOT NULL DEFAULT false,
  "paused_reason" TEXT,
  "tags" JSON NOT NULL DEFAULT '[]',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name")
);

-- One row per cron expression of a schedule: each keeps its own time (epoch ms). `next_at` is null while nothing is due.
CREATE TABLE "schedule_clocks" (
  "namespace_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "nth" SMALLINT NOT NULL,
  "next_at" BIGINT,
  "expected_at" BIGINT,
  PRIMARY KEY ("namespace_id", "name", "nth"),
  FOREIGN KEY ("namespace_id", "name") REFERENCES "schedules" ("namespace_id", "name") ON DELETE CASCADE
);
CREATE INDEX "schedule_clocks_next_at_idx" ON "schedule_clocks" ("next_at") WHERE "next_at" IS NOT NULL;

-- Each time that a schedule came due. The id is that of the execution it starts, so that a repeated start is the same.
CREATE TABLE "schedule_executions" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "schedule_name" TEXT NOT NULL,
  "scheduled_time" BIGINT NOT NULL,
  "execution_time" BIGINT NOT NULL,
  "workflow_name" TEXT NOT NULL,
  "workflow_id" UUID,
  "state" TEXT NOT NULL,
  "reason" TEXT,
  "request" JSON NOT NULL,
  "zone_id" TEXT NOT NULL,
  "cron" TEXT NOT NULL,
  "started_by" TEXT NOT NULL
);
CREATE INDEX "schedule_executions_namespace_idx" ON "schedule_executions" ("namespace_id", "scheduled_time" DESC);
CREATE INDEX "schedule_executions_polled_idx" ON "schedule_executions" ("execution_time") WHERE "state" = 'POLLED';
