import type { Tag } from '@/server/model/tag'
import type { Tenant } from '@/server/platform/tenant'

export async function listDefinitionTags(
  tenant: Tenant,
  kind: 'workflow' | 'task',
  name: string,
): Promise<readonly Tag[]> {
  const [row] = await tenant.rows<{ tags: readonly Tag[] }>(
    'select tags from definition_tags where namespace_id = $1 and kind = $2 and name = $3',
    [kind, name],
  )
  return row?.tags ?? []
}

/** Each once, whatever it is on. */
export async function listAllTags(tenant: Tenant): Promise<readonly Tag[]> {
  const rows = await tenant.rows<{ tag: Tag }>(
    `select distinct on (tag ->> 'key', tag ->> 'value') tag from (
       select json_array_elements(tags) as tag from definition_tags where namespace_id = $1
       union all select json_array_elements(tags) from secrets where namespace_id = $1
       union all select json_array_elements(tags) from environment_variables where namespace_id = $1
     ) all_tags order by tag ->> 'key', tag ->> 'value'`,
  )
  return rows.map(({ tag }) => tag)
}
