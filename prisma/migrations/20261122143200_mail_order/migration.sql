-- Events from one execution to another arrive in the order in which they were sent.
ALTER TABLE "inbox" ADD COLUMN "sender_id" UUID, ADD COLUMN "sent_order" BIGINT NOT NULL DEFAULT 0;
CREATE INDEX "inbox_order_idx" ON "inbox" ("execution_id", "sender_id", "sent_order");
