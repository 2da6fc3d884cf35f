-- When a namespace was given its samples; null until then, so that an interrupted first visit is finished by the next.
ALTER TABLE "namespaces" ADD COLUMN "samples_at" TIMESTAMPTZ(3);
