-- Values that a namespace's workflows use without holding them: `sealed` is AES-256-GCM, readable with the operator's key.
CREATE TABLE "secrets" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "sealed" TEXT NOT NULL,
  "tags" JSON NOT NULL DEFAULT '[]',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name")
);

CREATE TABLE "environment_variables" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "tags" JSON NOT NULL DEFAULT '[]',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name")
);

-- Names of secrets, separated by commas, whose values are put into the input when the work is handed out; null for
-- nearly every row.
ALTER TABLE "tasks" ADD COLUMN "secret_names" TEXT;
ALTER TABLE "executions" ADD COLUMN "secret_names" TEXT;
