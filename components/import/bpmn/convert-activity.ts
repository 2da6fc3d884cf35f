import type { GraphTask } from '@/components/graph/definition'
import type { ImportNote } from '@/components/import/imported'
import { toName } from '@/components/import/to-name'
import { documentationOf, type Extension, type FlowElement, kindOf } from './bpmn-elements'
import { note } from './flow-graph'
import { isoDuration } from './iso-duration'

export interface ActivityContext {
  readonly notes: ImportNote[]
  readonly name: (wanted: string) => string
  /** What text annotations say about an element. */
  readonly annotations: ReadonlyMap<string, string>
}

type Fields = Omit<GraphTask, 'name' | 'taskReferenceName'>

/** One activity or event as tasks; an event that only marks a place has none. */
export function convertActivity(element: FlowElement, context: ActivityContext): GraphTask[] {
  const fields = fieldsOf(element, context)
  return fields === null ? [] : [namedTask(element, fields, context)]
}

export function namedTask(element: FlowElement, fields: Fields, { name, annotations }: ActivityContext): GraphTask {
  const label = element.name ?? element.id ?? kindOf(element)
  const reference = name(toName(label, 'task'))
  const description = [documentationOf(element), annotations.get(element.id ?? '') ?? ''].filter(Boolean).join('\n')
  const isWorker = fields.type === 'SIMPLE'
  return {
    name: isWorker ? (jobType(element) ?? toName(label, 'task')) : toName(label, 'task'),
    taskReferenceName: `${reference}_ref`,
    ...fields,
    ...(description === '' ? {} : { description }),
  }
}

function fieldsOf(element: FlowElement, { notes }: ActivityContext): Fields | null {
  const inputParameters = inputsOf(element, notes)
  switch (kindOf(element)) {
    case 'UserTask':
    case 'ManualTask':
      return { type: 'HUMAN', inputParameters }
    case 'ServiceTask':
    case 'Task':
      return { type: 'SIMPLE', inputParameters }
    case 'BusinessRuleTask':
      note(notes, element, 'A business rule became a worker task: the rule itself is not in the file.')
      return { type: 'SIMPLE', inputParameters }
    case 'ScriptTask':
      return scriptFields(element, notes)
    case 'SendTask':
      return { type: 'EVENT', sink: 'conductor', inputParameters }
    case 'ReceiveTask':
      note(notes, element, 'It waits until somebody completes it, by a signal or an event handler.')
      return { type: 'WAIT', inputParameters }
    case 'CallActivity':
      return callFields(element, notes)
    case 'IntermediateCatchEvent':
      return catchFields(element, notes)
    case 'IntermediateThrowEvent':
    case 'EndEvent':
      return throwFields(element, notes)
    case 'StartEvent':
      if ((element.eventDefinitions ?? []).length > 0)
        note(notes, element, `It starts by ${eventWords(element)}: start it by a schedule or an event handler instead.`)
      return null
    default:
      note(notes, element, `A ${kindOf(element)} has nothing like it in Conductor: an empty task stands in its place.`)
      return { type: 'NOOP' }
  }
}

function scriptFields(element: FlowElement, notes: ImportNote[]): Fields {
  const { script = '', scriptFormat = '' } = element
  if (/javascript|ecmascript/i.test(scriptFormat) && script.trim() !== '') {
    note(notes, element, 'Its script reads variables of a process: give them as inputs and read them as $.name.')
    return { type: 'INLINE', inputParameters: { evaluatorType: 'javascript', expression: script } }
  }
  note(
    notes,
    element,
    `Its script${scriptFormat ? ` in ${scriptFormat}` : ''} became a worker task, its text an input.`,
  )
  return { type: 'SIMPLE', inputParameters: { ...inputsOf(element, notes), script } }
}

function callFields(element: FlowElement, notes: ImportNote[]): Fields {
  const zeebe = extensions(element).find((one) => one.$type === 'zeebe:calledElement')?.processId
  const called = element.calledElement ?? (typeof zeebe === 'string' ? zeebe : '')
  if (called === '') note(notes, element, 'It calls nothing yet: choose a workflow.')
  return {
    type: 'SUB_WORKFLOW',
    inputParameters: inputsOf(element, notes),
    subWorkflowParam: { name: toName(called, called) },
  }
}

function catchFields(element: FlowElement, notes: ImportNote[]): Fields {
  const [event] = element.eventDefinitions ?? []
  const duration = event?.timeDuration?.body
  if (duration !== undefined) {
    const words = isoDuration(duration)
    if (words === null) note(notes, element, `Its duration ${duration} could not be read: set the time to wait.`)
    return { type: 'WAIT', inputParameters: { duration: words ?? '1 minutes' } }
  }
  const date = event?.timeDate?.body
  if (date !== undefined) {
    note(notes, element, `It waits until ${date}: check the form of the date.`)
    return { type: 'WAIT', inputParameters: { until: date.replace('T', ' ').replace(/(:\d\d):\d\d.*$/, '$1') } }
  }
  note(notes, element, `It waits for ${eventWords(element)}: complete it by a signal or an event handler.`)
  return { type: 'WAIT', inputParameters: {} }
}

function throwFields(element: FlowElement, notes: ImportNote[]): Fields | null {
  const [event] = element.eventDefinitions ?? []
  if (event === undefined) return null
  switch (kindOf(event)) {
    case 'MessageEventDefinition':
    case 'SignalEventDefinition':
      return { type: 'EVENT', sink: 'conductor', inputParameters: { event: eventName(element) } }
    case 'TerminateEventDefinition':
      return { type: 'TERMINATE', inputParameters: { terminationStatus: 'COMPLETED' } }
    case 'ErrorEventDefinition':
      return {
        type: 'TERMINATE',
        inputParameters: { terminationStatus: 'FAILED', terminationReason: eventName(element) },
      }
    default:
      note(notes, element, `It throws ${eventWords(element)}: Conductor has none, an empty task stands in its place.`)
      return { type: 'NOOP' }
  }
}

function eventName(element: FlowElement): string {
  const [event] = element.eventDefinitions ?? []
  const ref = event?.messageRef ?? event?.signalRef ?? event?.errorRef
  return ref?.name ?? element.name ?? ref?.id ?? element.id ?? ''
}

function eventWords(element: FlowElement): string {
  const [event] = element.eventDefinitions ?? []
  const kind = event ? kindOf(event).replace('EventDefinition', '').toLowerCase() : 'nothing'
  return kind === 'timer' ? 'a timer' : `the ${kind} ${eventName(element)}`
}

function extensions(element: FlowElement): readonly Extension[] {
  return element.extensionElements?.values ?? []
}

function jobType(element: FlowElement): string | null {
  const type = extensions(element).find((one) => one.$type === 'zeebe:taskDefinition')?.type
  const topic = Object.entries(element.$attrs ?? {}).find(([key]) => key.endsWith(':topic'))?.[1]
  return typeof type === 'string' && !type.startsWith('=') ? type : (topic ?? null)
}

/** Of Camunda's own input mappings what is a plain variable or a literal. */
function inputsOf(element: FlowElement, notes: ImportNote[]): NonNullable<GraphTask['inputParameters']> {
  const inputs: Record<string, string> = {}
  const mappings = extensions(element).flatMap((one) => one.$children ?? [])
  for (const mapping of mappings) {
    const isInput = mapping.$type === 'zeebe:input' || mapping.$type === 'camunda:inputParameter'
    if (!isInput) {
      if (mapping.$type === 'zeebe:output' || mapping.$type === 'camunda:outputParameter')
        note(notes, element, `Its output mapping ${String(mapping.target ?? mapping.name)} was left out.`)
      continue
    }
    const source = String(mapping.source ?? mapping.$body ?? '')
    const variable = /^(?:=\s*|[$#]\{\s*)([A-Za-z_][\w.]*)\s*\}?$/.exec(source)?.[1]
    inputs[String(mapping.target ?? mapping.name)] = variable === undefined ? source : `\${workflow.input.${variable}}`
    if (variable === undefined && /^=|[$#]\{/.test(source))
      note(notes, element, `Its input ${source} is an expression of another language: write it anew.`)
  }
  return inputs
}
