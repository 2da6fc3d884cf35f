-- rateLimitConfig of a workflow: how many executions of one key run at a time. The others wait, in order.
ALTER TABLE "executions" ADD COLUMN "gate_key" TEXT, ADD COLUMN "gate_limit" INTEGER, ADD COLUMN "gate_waiting" BOOLEAN;
CREATE INDEX "executions_gate_idx" ON "executions" ("namespace_id", "gate_key", "gate_waiting", "create_time", "id") WHERE "gate_key" IS NOT NULL AND "status" IN ('RUNNING', 'PAUSED');
