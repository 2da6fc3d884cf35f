-- The engine's notes about one execution: what waits to be done at its gate, who waits for its end.
ALTER TABLE "executions" ADD COLUMN "state" JSON;
