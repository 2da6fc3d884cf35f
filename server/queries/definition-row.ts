/** Times and authors live in columns: what a client sends for them is not believed. */
interface Audit {
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

export interface DefinitionRow<Body> extends Audit {
  readonly body: Body
}

export const DEFINITION_COLUMNS = `body,
  (extract(epoch from created_at) * 1000)::bigint as "createTime",
  (extract(epoch from updated_at) * 1000)::bigint as "updateTime",
  created_by as "createdBy", updated_by as "updatedBy"`

export function withAudit<Body>({ body, ...audit }: DefinitionRow<Body>): Body & Audit {
  return { ...body, ...audit }
}
