-- Event handlers are settings of a namespace, as definitions are.
CREATE TABLE "event_handlers" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE ON UPDATE NO ACTION,
  "name" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "active" BOOLEAN NOT NULL,
  "body" JSON NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name")
);
CREATE INDEX "event_handlers_event_idx" ON "event_handlers" ("namespace_id", "event");

-- The internal queue: a message is written with the transition of the task that sends it, or before a broker forgets it.
CREATE TABLE "event_messages" (
  "id" UUID PRIMARY KEY,
  "namespace_id" INTEGER NOT NULL,
  "event" TEXT NOT NULL,
  "message_id" TEXT NOT NULL,
  -- The broker's identity of a message from outside: taken once.
  "source_key" TEXT,
  "payload" JSON NOT NULL,
  "root_id" UUID,
  "status" TEXT NOT NULL,
  "note" TEXT,
  "attempts" INTEGER NOT NULL,
  "created_time" BIGINT NOT NULL,
  -- When somebody may take it, again; null: it has been handled.
  "due_time" BIGINT
);
CREATE INDEX "event_messages_due_idx" ON "event_messages" ("namespace_id", "due_time") WHERE "due_time" IS NOT NULL;
CREATE INDEX "event_messages_event_idx" ON "event_messages" ("namespace_id", "event", "created_time");
CREATE INDEX "event_messages_created_idx" ON "event_messages" ("namespace_id", "created_time");
CREATE UNIQUE INDEX "event_messages_source_idx" ON "event_messages" ("namespace_id", "event", "source_key") WHERE "source_key" IS NOT NULL;

-- What each action of each handler made of a message.
CREATE TABLE "event_executions" (
  "message" UUID NOT NULL,
  "handler" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "namespace_id" INTEGER NOT NULL,
  "action" TEXT,
  "status" TEXT NOT NULL,
  "output" JSON NOT NULL,
  "created_time" BIGINT NOT NULL,
  PRIMARY KEY ("message", "handler", "position")
);
CREATE INDEX "event_executions_handler_idx" ON "event_executions" ("namespace_id", "handler", "created_time");
