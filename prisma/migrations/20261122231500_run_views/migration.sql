-- How somebody looks at the list of executions: filters kept under a name, and the columns they chose.
CREATE TABLE "run_views" (
    "namespace_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_views_pkey" PRIMARY KEY ("namespace_id","user_id","name")
);
ALTER TABLE "run_views" ADD CONSTRAINT "run_views_namespace_id_user_id_fkey" FOREIGN KEY ("namespace_id", "user_id") REFERENCES "memberships"("namespace_id", "user_id") ON DELETE CASCADE ON UPDATE NO ACTION;

CREATE TABLE "run_columns" (
    "namespace_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "columns" TEXT[] NOT NULL,

    CONSTRAINT "run_columns_pkey" PRIMARY KEY ("namespace_id","user_id")
);
ALTER TABLE "run_columns" ADD CONSTRAINT "run_columns_namespace_id_user_id_fkey" FOREIGN KEY ("namespace_id", "user_id") REFERENCES "memberships"("namespace_id", "user_id") ON DELETE CASCADE ON UPDATE NO ACTION;
