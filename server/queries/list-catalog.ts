import type { CatalogEntry } from '@/server/model/catalog'
import type { Tenant } from '@/server/platform/tenant'

const CATALOG = `
  select d.name, d.version,
    (select json_agg(v.version order by v.version desc) from workflow_definitions v
      where v.namespace_id = $1 and v.name = d.name) as versions,
    d.body ->> 'description' as description, d.body ->> 'ownerEmail' as "ownerEmail",
    coalesce(d.body -> 'metadata', '{}') as metadata,
    (select coalesce(json_agg(task ->> 'type'), '[]') from json_array_elements(d.body -> 'tasks') task) as "taskTypes",
    (extract(epoch from d.updated_at) * 1000)::float8 as "updateTime",
    (select row_to_json(run) from (
      select e.id as "workflowId", e.status, e.create_time as "createTime" from executions e
      where e.namespace_id = $1 and e.name = d.name order by e.create_time desc limit 1) run) as "lastRun"
  from (
    select distinct on (name) * from workflow_definitions where namespace_id = $1 order by name, version desc) d
  order by d.name`

export function listCatalog(tenant: Tenant): Promise<readonly CatalogEntry[]> {
  return tenant.rows<CatalogEntry>(CATALOG)
}
