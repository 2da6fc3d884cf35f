-- Messages for an execution, until a PULL_WORKFLOW_MESSAGES task takes them: then they name it.
CREATE TABLE "workflow_messages" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "execution_id" UUID NOT NULL,
  "seq" BIGSERIAL NOT NULL,
  "payload" JSON NOT NULL,
  "received_time" BIGINT NOT NULL,
  "task_id" UUID
);
CREATE INDEX "workflow_messages_queue_idx" ON "workflow_messages" ("execution_id", "seq");

-- `secret` is sealed.
CREATE TABLE "webhooks" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "body" JSON NOT NULL,
  "secret" TEXT,
  "url_verified" BOOLEAN NOT NULL DEFAULT false,
  "created_by" TEXT NOT NULL,
  "created_time" BIGINT NOT NULL
);
CREATE INDEX "webhooks_namespace_idx" ON "webhooks" ("namespace_id", "created_time");

-- What came in. `delivery` is the sender's name for it: the same one counts once.
CREATE TABLE "webhook_events" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "webhook_id" UUID NOT NULL REFERENCES "webhooks" ("id") ON DELETE CASCADE,
  "delivery" TEXT,
  "payload" JSON NOT NULL,
  "received_time" BIGINT NOT NULL,
  "workflow_ids" UUID[] NOT NULL,
  "problem" TEXT
);
CREATE INDEX "webhook_events_recent_idx" ON "webhook_events" ("webhook_id", "received_time" DESC);
CREATE UNIQUE INDEX "webhook_events_delivery_idx" ON "webhook_events" ("webhook_id", "delivery") WHERE "delivery" IS NOT NULL;

-- Tasks that wait for an event: `shape` are the paths they look at, `key` is made of the values expected there.
CREATE TABLE "webhook_waits" (
  "task_id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "execution_id" UUID NOT NULL,
  "workflow_name" TEXT NOT NULL,
  "workflow_version" INTEGER NOT NULL,
  "shape" TEXT NOT NULL,
  "key" TEXT NOT NULL
);
CREATE INDEX "webhook_waits_match_idx" ON "webhook_waits" ("namespace_id", "workflow_name", "shape", "key");
CREATE INDEX "webhook_waits_execution_idx" ON "webhook_waits" ("execution_id");
