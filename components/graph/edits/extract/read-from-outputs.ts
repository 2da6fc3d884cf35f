import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { renameInScript } from '@/components/graph/references'
import { mapOwn } from './map-own'
import { mapMarkers, nameFor, type OuterMarker } from './markers'

export interface Followed {
  readonly parent: Definition
  /** By the name of the output, what the moved tasks give. */
  readonly outputs: ReadonlyMap<string, string>
}

/** What is read of tasks that moved comes from the output of the one that runs them; JOINs wait for that one. */
export function readFromOutputs(definition: Definition, reference: string, moved: ReadonlySet<string>): Followed {
  const outputs = new Map<string, string>()
  const outputFor = (source: string): string => {
    for (const [name, known] of outputs) if (known === source) return name
    const name = nameFor(source, new Set(outputs.keys()))
    outputs.set(name, source)
    return name
  }
  const change = ({ source, references: [own] }: OuterMarker) =>
    own?.root != null && moved.has(own.root) ? `${reference}.output.${outputFor(source.trim())}` : null
  const tasks = mapTasks(definition.tasks ?? [], (task) => {
    const read = mapOwn(task, change)
    const script = (code: string) => scriptUses(code, moved, (name) => `${reference}.${outputFor(`${name}.output`)}`)
    const patch = { ...listsOf(read, reference, moved), ...scriptOf(read, script) }
    return Object.keys(patch).length === 0 ? read : { ...read, ...patch }
  })
  const { tasks: _, ...header } = definition
  return { parent: { ...definition, ...mapMarkers(header, change), tasks }, outputs }
}

function listsOf(task: GraphTask, reference: string, moved: ReadonlySet<string>): Partial<GraphTask> {
  const patch: Partial<GraphTask> = {}
  for (const field of ['joinOn', 'defaultExclusiveJoinTask'] as const) {
    const list = task[field]
    if (list?.some((one) => moved.has(one))) {
      patch[field] = [...new Set(list.map((one) => (moved.has(one) ? reference : one)))]
    }
  }
  return patch
}

/** Conditions of loops and scripts of JOINs see the outputs of tasks by their names. */
function scriptOf(task: GraphTask, change: (code: string) => string): Partial<GraphTask> {
  const field = taskType(task) === 'DO_WHILE' ? 'loopCondition' : taskType(task) === 'JOIN' ? 'expression' : null
  const code = field === null ? undefined : task[field]
  return field === null || !code || change(code) === code ? {} : { [field]: change(code) }
}

function scriptUses(code: string, moved: ReadonlySet<string>, nameOf: (name: string) => string): string {
  const used = [...moved].filter((name) => renameInScript(code, new Map([[name, `${name}_`]])) !== code)
  return used.reduce((text, name) => replaceUse(text, name, nameOf(name)), code)
}

function replaceUse(code: string, name: string, path: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return code.replace(new RegExp(`\\$(?:\\.${plain}(?![\\w$])|\\[(['"])${plain}\\1\\])`, 'g'), () => `$.${path}`)
}
