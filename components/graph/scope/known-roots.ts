import { type Definition, taskType } from '@/components/graph/definition'
import { isJsonObject, type Json } from '@/server/model/json'
import { analyzeScope, type ScopeAnalysis } from './analyze-scope'
import { inputUses } from './input-uses'
import type { Known, KnownData } from './known-data'
import type { NumberedTask } from './number-tasks'
import { ANY, list, merge, NUMBER, object, type Shape, shapeOf, TEXT } from './shape'
import { OUTPUT_SHAPES, ROW_SHAPE, WORKFLOW_SHAPE } from './task-shapes'
import { variableSetters } from './variable-setters'

/** What the first name of an expression stands for; undefined when nothing bears it. */
export function knownRoot(definition: Definition, data: KnownData, root: string): Known | undefined {
  const scope = analyzeScope(definition)
  if (root === 'workflow') return workflowRoot(definition, data)
  if (root === 'CPEWF_TASK_ID') return { shape: TEXT, value: undefined }
  const producer = scope.find(root)
  return producer === undefined ? undefined : taskRoot(scope, data, producer)
}

function workflowRoot(definition: Definition, { workflow, env = [], secrets = [] }: KnownData): Known {
  const names = (keys: Iterable<string>): Shape => object(Object.fromEntries([...keys].map((key) => [key, ANY])))
  const template = shapeOf((definition.inputTemplate ?? {}) as Json)
  const inputs = [
    names(inputUses(definition)),
    names(definition.inputParameters ?? []),
    template,
    workflow.inputShape ?? ANY,
  ]
  const variables = [names(variableSetters(definition).keys()), shapeOf((definition.variables ?? {}) as Json)]
  const texts = (keys: readonly string[]) => object(Object.fromEntries(keys.map((key) => [key, TEXT])))
  return {
    shape: object({
      input: merge(inputs.reduce(merge), shapeOf(workflow.input)),
      variables: merge(variables.reduce(merge), shapeOf(workflow.variables)),
      output: merge(object({}), shapeOf(workflow.output)),
      env: texts(env),
      secrets: texts(secrets),
      ...WORKFLOW_SHAPE,
    }),
    value: workflow.input && {
      ...workflow.rest,
      input: workflow.input,
      output: workflow.output ?? {},
      variables: workflow.variables ?? {},
    },
  }
}

function taskRoot(scope: ScopeAnalysis, data: KnownData, producer: NumberedTask): Known {
  const row = data.rows[producer.task.taskReferenceName]
  const input = object(Object.fromEntries(Object.keys(producer.task.inputParameters ?? {}).map((key) => [key, ANY])))
  return {
    shape: object({
      output: outputOf(scope, data, producer),
      input: merge(input, shapeOf(row?.input)),
      ...ROW_SHAPE,
    }),
    value: row,
  }
}

function outputOf(scope: ScopeAnalysis, data: KnownData, producer: NumberedTask): Shape {
  const { task } = producer
  const seen = shapeOf(data.rows[task.taskReferenceName]?.output)
  const declared = data.outputs[task.taskReferenceName] ?? ANY
  return [OUTPUT_SHAPES[producer.type] ?? object({}), composed(scope, data, producer), declared, seen].reduce(merge)
}

/** A JOIN shows its branches' outputs, a loop those of its turns, a SUB_WORKFLOW what its inline definition puts out. */
function composed(scope: ScopeAnalysis, data: KnownData, producer: NumberedTask): Shape {
  const { task, type } = producer
  if (type === 'JOIN') {
    const branches = (task.joinOn ?? []).flatMap((reference) => scope.find(reference) ?? [])
    return object(Object.fromEntries(branches.map((one) => [one.task.taskReferenceName, outputOf(scope, data, one)])))
  }
  if (type === 'DO_WHILE') {
    const body = (producer.lists[0] ?? []).flatMap((index) => scope.tasks[index] ?? [])
    const inner = body.filter((one) => taskType(one.task) !== 'DO_WHILE')
    const turn = object(
      Object.fromEntries(inner.map((one) => [one.task.taskReferenceName, outputOf(scope, data, one)])),
    )
    return object({ iteration: NUMBER, ...(task.items ? { loopIndex: NUMBER, loopItem: ANY } : {}) }, turn)
  }
  const inline = type === 'SUB_WORKFLOW' ? task.subWorkflowParam?.workflowDefinition : undefined
  if (isJsonObject(inline) && isJsonObject(inline.outputParameters)) {
    return object(Object.fromEntries(Object.keys(inline.outputParameters).map((key) => [key, ANY])))
  }
  return ANY
}

/** One step deeper: a name, an index, or all items. */
export type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' }
  /** A filter, a slice, a function: what comes out is anybody's guess. */
  | { readonly kind: 'other' }

export function stepInto({ shape, value }: Known, step: PathStep): Known {
  switch (step.kind) {
    case 'name':
      return { shape: memberShape(shape, step.name), value: memberValue(value, step.name) }
    case 'index':
      return {
        shape: shape.type === 'list' ? shape.item : ANY,
        value: Array.isArray(value) ? (value as readonly Json[]).at(step.index) : undefined,
      }
    case 'all':
      return { shape: list(shape.type === 'list' ? shape.item : ANY), value }
    case 'other':
      return { shape: ANY, value: undefined }
  }
}

function memberShape(shape: Shape, name: string): Shape {
  // A name behind `[*]` is read from every item.
  if (shape.type === 'list') return list(memberShape(shape.item, name))
  if (shape.type !== 'object') return ANY
  return Object.hasOwn(shape.members, name) ? (shape.members[name] as Shape) : (shape.others ?? ANY)
}

function memberValue(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).flatMap((item) => memberValue(item, name) ?? [])
    return items.length === 0 ? undefined : items
  }
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
