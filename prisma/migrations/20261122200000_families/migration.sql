-- The run that a person started and that led to this one, by sub-workflows or failure workflows; null for that run itself.
ALTER TABLE "executions" ADD COLUMN "root_id" UUID;
CREATE INDEX "executions_root_idx" ON "executions" ("root_id") WHERE "root_id" IS NOT NULL;
