-- People, namespaces and what they own. Prisma reads and writes these.

CREATE TABLE "users" (
  "id" TEXT PRIMARY KEY,
  "email" TEXT UNIQUE,
  "email_verified" TIMESTAMPTZ(3),
  "name" TEXT,
  "image" TEXT,
  "password_hash" TEXT,
  "is_guest" BOOLEAN NOT NULL DEFAULT false,
  "is_operator" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "expires_at" TIMESTAMPTZ(3)
);

CREATE TABLE "accounts" (
  "id" TEXT PRIMARY KEY,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "provider" TEXT NOT NULL,
  "provider_account_id" TEXT NOT NULL,
  UNIQUE ("provider", "provider_account_id")
);

-- One row per sign-in, named in the session cookie, so that signing out ends it.
CREATE TABLE "sessions" (
  "id" TEXT PRIMARY KEY,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "expires_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "sessions_user_id_idx" ON "sessions" ("user_id");

CREATE TABLE "namespaces" (
  "id" SERIAL PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "suspended_at" TIMESTAMPTZ(3)
);

CREATE TYPE "role" AS ENUM ('owner', 'editor', 'viewer');

CREATE TABLE "memberships" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "user_id" TEXT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "role" "role" NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  PRIMARY KEY ("namespace_id", "user_id")
);
CREATE INDEX "memberships_user_id_idx" ON "memberships" ("user_id");

CREATE TYPE "credential_kind" AS ENUM ('token', 'access_key');

-- A namespace token is one secret; an access key is an id and a secret that POST /api/token exchanges for a JWT.
CREATE TABLE "credentials" (
  "id" TEXT PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "kind" "credential_kind" NOT NULL,
  "name" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "secret_hash" TEXT NOT NULL UNIQUE,
  "hint" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "last_used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3)
);
CREATE INDEX "credentials_namespace_id_idx" ON "credentials" ("namespace_id");

CREATE TABLE "audit_events" (
  "id" BIGSERIAL PRIMARY KEY,
  "namespace_id" INTEGER,
  "actor" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "feedback" (
  "id" BIGSERIAL PRIMARY KEY,
  "namespace_id" INTEGER,
  "user_id" TEXT,
  "page" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now()
);

CREATE TABLE "workflow_definitions" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "body" JSON NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name", "version")
);

CREATE TABLE "task_definitions" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "body" JSON NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name")
);

-- Spent quotas: `kind` is a limit's name, `period` the month or `now`.
CREATE TABLE "usage_counters" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "kind" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "amount" BIGINT NOT NULL,
  PRIMARY KEY ("namespace_id", "kind", "period")
);

-- The engine's tables. Hot: written in batches through pg, no foreign keys between them, times in epoch ms.

-- A definition with its task definitions as an execution keeps it, by the hash of its content.
CREATE TABLE "definition_snapshots" (
  "namespace_id" INTEGER NOT NULL,
  "hash" TEXT NOT NULL,
  "body" JSON NOT NULL,
  PRIMARY KEY ("namespace_id", "hash")
);

CREATE TABLE "executions" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "snapshot" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "previous_status" TEXT,
  "correlation_id" TEXT,
  "priority" SMALLINT NOT NULL,
  "task_to_domain" JSON NOT NULL,
  "variables" JSON NOT NULL,
  "create_time" BIGINT NOT NULL,
  "update_time" BIGINT NOT NULL,
  "end_time" BIGINT NOT NULL,
  "last_retried_time" BIGINT NOT NULL,
  "reason" TEXT,
  "failed_refs" TEXT[] NOT NULL,
  "failed_names" TEXT[] NOT NULL,
  "failed_task_id" UUID,
  "parent_id" UUID,
  "parent_task_id" UUID,
  "rerun_from_id" UUID,
  "created_by" TEXT,
  "event" TEXT,
  "idempotency_key" TEXT,
  "depth" SMALLINT NOT NULL,
  "task_count" INTEGER NOT NULL,
  "wake_at" BIGINT
) WITH (fillfactor = 70);
CREATE INDEX "executions_recent_idx" ON "executions" ("namespace_id", "create_time" DESC, "id");
CREATE INDEX "executions_name_idx" ON "executions" ("namespace_id", "name", "create_time" DESC);
CREATE INDEX "executions_correlation_idx" ON "executions" ("namespace_id", "correlation_id") WHERE "correlation_id" IS NOT NULL;
CREATE INDEX "executions_parent_idx" ON "executions" ("parent_id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "executions_wake_idx" ON "executions" ("wake_at") WHERE "wake_at" IS NOT NULL;
-- Not unique: FAIL_ON_RUNNING lets a key be used again after its run ended. Starts of one key are serialised by an advisory lock.
CREATE INDEX "executions_idempotency_idx" ON "executions" ("namespace_id", "name", "idempotency_key", "create_time" DESC) WHERE "idempotency_key" IS NOT NULL;
CREATE INDEX "executions_open_idx" ON "executions" ("namespace_id", "name") WHERE "status" IN ('RUNNING', 'PAUSED');

-- Payloads are written once: kept apart so that a change of status never rewrites them.
CREATE TABLE "execution_inputs" ("id" UUID PRIMARY KEY, "data" JSON NOT NULL);
CREATE TABLE "execution_outputs" ("id" UUID PRIMARY KEY, "data" JSON NOT NULL);
CREATE TABLE "task_inputs" ("id" UUID PRIMARY KEY, "data" JSON NOT NULL);
CREATE TABLE "task_outputs" ("id" UUID PRIMARY KEY, "data" JSON NOT NULL);

CREATE TABLE "tasks" (
  "id" UUID PRIMARY KEY,
  "execution_id" UUID NOT NULL,
  "namespace_id" INTEGER NOT NULL,
  "seq" INTEGER NOT NULL,
  "ref" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "def_name" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "performer" TEXT NOT NULL,
  -- domain + ':' + type for a worker's task: what a poll asks for
  "queue" TEXT,
  "domain" TEXT,
  "priority" SMALLINT NOT NULL,
  "deliver_at" BIGINT NOT NULL,
  -- written by claims and never by a decision that does not end or re-queue the task:
  "lease_until" BIGINT NOT NULL,
  "worker_id" TEXT,
  "poll_count" INTEGER NOT NULL,
  "start_time" BIGINT NOT NULL,
  "update_time" BIGINT NOT NULL,
  "scheduled_time" BIGINT NOT NULL,
  "first_scheduled_time" BIGINT NOT NULL,
  "end_time" BIGINT NOT NULL,
  "retry_count" INTEGER NOT NULL,
  "retried_task_id" UUID,
  "retried" BOOLEAN NOT NULL,
  "executed" BOOLEAN NOT NULL,
  "start_delay_seconds" INTEGER NOT NULL,
  "callback_after_seconds" BIGINT NOT NULL,
  "callback_after_ms" BIGINT NOT NULL,
  "response_timeout_seconds" BIGINT NOT NULL,
  "iteration" INTEGER NOT NULL,
  "loop_over" BOOLEAN NOT NULL,
  "sub_workflow_id" UUID,
  "subworkflow_changed" BOOLEAN NOT NULL,
  "reason" TEXT,
  "wait_timeout" BIGINT NOT NULL,
  -- only when the definition does not hold it (dynamic forks)
  "workflow_task" JSON,
  "state" JSON
) WITH (fillfactor = 80);
CREATE INDEX "tasks_execution_idx" ON "tasks" ("execution_id", "seq");
CREATE INDEX "tasks_queue_idx" ON "tasks" ("namespace_id", "queue", "priority" DESC, "deliver_at", "seq") WHERE "status" = 'SCHEDULED' AND "performer" = 'worker';
CREATE INDEX "tasks_lease_idx" ON "tasks" ("lease_until") WHERE "lease_until" > 0 AND "status" IN ('SCHEDULED', 'IN_PROGRESS');

CREATE TABLE "journal" (
  "execution_id" UUID NOT NULL,
  "seq" INTEGER NOT NULL,
  "at" BIGINT NOT NULL,
  "kind" TEXT NOT NULL,
  "patch" JSON NOT NULL,
  PRIMARY KEY ("execution_id", "seq")
);

-- Events from one execution to another: written with the sender's transition, removed with the receiver's.
CREATE TABLE "inbox" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "execution_id" UUID NOT NULL,
  "event" JSON NOT NULL,
  "created_time" BIGINT NOT NULL
);
CREATE INDEX "inbox_created_idx" ON "inbox" ("created_time");

CREATE TABLE "task_logs" (
  "id" BIGSERIAL PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "task_id" UUID NOT NULL,
  "execution_id" UUID NOT NULL,
  "log" TEXT NOT NULL,
  "created_time" BIGINT NOT NULL
);
CREATE INDEX "task_logs_task_idx" ON "task_logs" ("task_id", "id");

CREATE TABLE "poll_data" (
  "namespace_id" INTEGER NOT NULL,
  "queue_name" TEXT NOT NULL,
  "domain" TEXT NOT NULL,
  "worker_id" TEXT NOT NULL,
  "last_poll_time" BIGINT NOT NULL,
  PRIMARY KEY ("namespace_id", "queue_name", "domain", "worker_id")
);
