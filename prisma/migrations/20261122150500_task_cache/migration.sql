-- Results of tasks with a cacheConfig, given to later tasks of the same name and key.
CREATE TABLE "task_cache" (
  "namespace_id" INTEGER NOT NULL,
  "task_name" TEXT NOT NULL,
  "key_hash" TEXT NOT NULL,
  "output" JSON NOT NULL,
  "stored_at" BIGINT NOT NULL,
  "expires_at" BIGINT NOT NULL,
  PRIMARY KEY ("namespace_id", "task_name", "key_hash")
);
CREATE INDEX "task_cache_age_idx" ON "task_cache" ("namespace_id", "stored_at");
CREATE INDEX "task_cache_expiry_idx" ON "task_cache" ("expires_at");
