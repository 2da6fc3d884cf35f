-- How somebody looks at a workflow: which way its graph runs and what is folded. Null: folded as by default.
CREATE TABLE "graph_looks" (
    "namespace_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "workflow" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "folded" JSON,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "graph_looks_pkey" PRIMARY KEY ("namespace_id","user_id","workflow")
);
ALTER TABLE "graph_looks" ADD CONSTRAINT "graph_looks_namespace_id_user_id_fkey" FOREIGN KEY ("namespace_id", "user_id") REFERENCES "memberships"("namespace_id", "user_id") ON DELETE CASCADE ON UPDATE NO ACTION;
