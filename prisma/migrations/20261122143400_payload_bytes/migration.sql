-- What an execution's inputs, outputs and variables take, where namespaces have a share of bytes.
ALTER TABLE "executions" ADD COLUMN "payload_bytes" BIGINT NOT NULL DEFAULT 0;
