import { type BrokerPool, type BrokerSource, createBrokerPool } from '@/server/executors/brokers/broker-pool'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { createTargetRate } from '@/server/executors/target-rate'
import { createTurns, type Turns } from '@/server/executors/turns'
import type { NamespaceId } from '@/server/model/ids'
import type { Settings } from '@/server/model/integration'
import type { Quotas } from '@/server/model/limits'
import type { Database } from '@/server/platform/database'
import type { Sealing } from '@/server/platform/sealing'
import { tenantOf } from '@/server/platform/tenant'
import { loadIntegration, loadIntegrations, openSettings, type StoredIntegration } from './stored-integration'

/** What a namespace is connected to, opened when it is used: what was saved a moment ago counts, on every replica. */
export interface Integrations {
  readonly doors: OutboundDoors
  readonly brokers: BrokerPool
  /** Statements, each with a connection of its own. */
  readonly statements: Turns
  /** Null: no such integration, or it is switched off. */
  find(namespaceId: NamespaceId, name: string): Promise<OpenIntegration | null>
  /** The one that is meant when none is named: it has the type's name, or is the only one of it. */
  findDefault(namespaceId: NamespaceId, type: string): Promise<OpenIntegration | null>
  /** False: the namespace has tried often enough within a minute. */
  admitTest(namespaceId: NamespaceId): boolean
  close(): Promise<void>
}

const TESTS_PER_MINUTE = 20
const STATEMENTS_AT_ONCE = 20

export type OpenIntegration = BrokerSource

export interface IntegrationsParts {
  readonly db: Database
  readonly sealing: Sealing
  readonly quotas: Quotas
  readonly doors: OutboundDoors
}

export function createIntegrations({ db, sealing, quotas, doors }: IntegrationsParts): Integrations {
  const brokers = createBrokerPool({ doors, perNamespace: quotas.brokerConnections })
  const tests = createTargetRate(TESTS_PER_MINUTE)
  const opened = (namespaceId: NamespaceId, row: StoredIntegration): OpenIntegration => {
    const settings: Settings = openSettings(sealing, namespaceId, row)
    return { namespaceId, name: row.name, type: row.type, revision: row.updatedAt.toISOString(), settings }
  }
  return {
    doors,
    brokers,
    statements: createTurns(quotas.brokerConnections ?? STATEMENTS_AT_ONCE),
    async find(namespaceId, name) {
      const row = await loadIntegration(tenantOf(db, namespaceId), name)
      return row?.enabled ? opened(namespaceId, row) : null
    },
    async findDefault(namespaceId, type) {
      const rows = (await loadIntegrations(tenantOf(db, namespaceId), type)).filter((row) => row.enabled)
      const row = rows.find(({ name }) => name === type) ?? (rows.length === 1 ? rows[0] : undefined)
      return row === undefined ? null : opened(namespaceId, row)
    },
    admitTest: (namespaceId) => tests.admit(String(namespaceId)),
    close: () => brokers.close(),
  }
}
