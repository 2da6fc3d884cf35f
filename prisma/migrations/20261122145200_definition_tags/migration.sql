-- Tags of workflow definitions (all versions share them) and of task definitions.
CREATE TABLE "definition_tags" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "tags" JSON NOT NULL,
  PRIMARY KEY ("namespace_id", "kind", "name")
);
