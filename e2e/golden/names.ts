import type { Json, JsonObject } from '@/server/model/json'

/** Gives the ids of a run the names that recordings use: `<w>`, `<task:REF#RETRY>`, `<child:REF#RETRY>`, else `<id>`. */
export interface Names {
  keep(name: string, value: string): void
  /** `{name}` in a step becomes the kept id. */
  fill<T extends Json>(template: T): T
  learn(id: string, label: string): void
  learnTasks(tasks: readonly JsonObject[]): void
  hide<T extends Json>(value: T): T
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export function createNames(): Names {
  const kept = new Map<string, string>()
  const labels = new Map<string, string>()
  const used = new Map<string, number>()
  // A restart makes new tasks under old names: the second one of a name is `<task:a#0'1>`.
  const learn = (id: string, label: string) => {
    if (labels.has(id)) return
    const times = used.get(label) ?? 0
    used.set(label, times + 1)
    labels.set(id, times === 0 || !label.startsWith('<task') ? label : label.replace('>', `'${times}>`))
  }
  return {
    learn,
    keep: (name, value) => void kept.set(name, value),
    fill: (template) => rewrite(template, (text) => text.replace(/\{(\w+)\}/g, (whole, name) => kept.get(name) ?? whole)),
    hide: (value) => rewrite(value, (text) => text.replace(UUID, (id) => labels.get(id) ?? '<id>')),
    learnTasks(tasks) {
      for (const { taskId, referenceTaskName, retryCount, subWorkflowId } of tasks) {
        learn(String(taskId), `<task:${referenceTaskName}#${retryCount}>`)
        if (typeof subWorkflowId !== 'string') continue
        learn(subWorkflowId, `<child:${referenceTaskName}#${retryCount}>`)
        kept.set(`child_${referenceTaskName}_${retryCount}`, subWorkflowId)
      }
    },
  }
}

/** Texts and keys, at any depth. */
function rewrite<T extends Json>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => rewrite(item, change)) as unknown as T
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), rewrite(item, change)])) as T
}
