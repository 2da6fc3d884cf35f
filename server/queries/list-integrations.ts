import { AppError } from '@/server/model/errors'
import { type Integration, shownConfiguration } from '@/server/model/integration'
import { integrationKind } from '@/server/model/integration-kinds'
import type { Tenant } from '@/server/platform/tenant'

type Row = Omit<Integration, 'category'>

/** Never reads what is sealed. */
const SELECT = `
  select name, type, description, enabled, configuration, tags,
    (extract(epoch from created_at) * 1000)::int8 as "createTime", (extract(epoch from updated_at) * 1000)::int8 as "updateTime",
    created_by as "createdBy", updated_by as "updatedBy"
  from integrations where namespace_id = $1`

export async function listIntegrations(tenant: Tenant): Promise<readonly Integration[]> {
  return (await tenant.rows<Row & object>(`${SELECT} order by name`)).map(shown)
}

export async function getIntegration(tenant: Tenant, name: string): Promise<Integration> {
  const [row] = await tenant.rows<Row & object>(`${SELECT} and name = $2`, [name])
  if (row === undefined) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
  return shown(row)
}

function shown(row: Row): Integration {
  return {
    ...row,
    category: integrationKind(row.type)?.category ?? 'API',
    configuration: shownConfiguration(row.configuration),
  }
}
