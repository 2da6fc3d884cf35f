import type { Definition } from '@/components/graph/definition'
import { type Imported, type ImportNote, ImportRefused, NOTHING } from '@/components/import/imported'
import { toName, uniqueNames } from '@/components/import/to-name'
import { workflowOfTasks } from '@/components/import/workflow-of-tasks'
import { type BpmnElement, type Collaboration, documentationOf, type FlowElement, kindOf } from './bpmn-elements'
import { convertFlow } from './convert-flow'

/** Each process of a BPMN 2.0 file becomes a workflow; what has no counterpart is listed with its id. */
export async function readBpmn(text: string): Promise<Imported> {
  const notes: ImportNote[] = []
  const roots = await parse(text, notes)
  const collaboration = roots.find((one) => kindOf(one) === 'Collaboration') as Collaboration | undefined
  for (const flow of collaboration?.messageFlows ?? [])
    notes.push({
      where: flow.name ?? flow.id ?? null,
      message: 'A message flow between pools: use an event or a signal.',
    })
  const name = uniqueNames()
  const workflows = roots
    .filter((one) => kindOf(one) === 'Process')
    .map((process) => {
      const participant = collaboration?.participants?.find((one) => one.processRef?.id === process.id)
      return toWorkflow(process, name(toName(process.name ?? participant?.name ?? process.id ?? '', 'process')), notes)
    })
  if (workflows.length === 0) throw new ImportRefused('Expected a BPMN 2.0 file with a process; found none.')
  if (workflows.some((one) => (one.inputParameters ?? []).length > 0)) {
    notes.push({
      where: null,
      message:
        'Variables of a process are read from the workflow’s input: where a task makes one, point at its output.',
    })
  }
  return { kind: 'bpmn', ...NOTHING, workflows, notes }
}

function toWorkflow(process: FlowElement, name: string, notes: ImportNote[]): Definition {
  for (const lane of (process.laneSets ?? []).flatMap(({ lanes = [] }) => lanes))
    notes.push({
      where: lane.name ?? lane.id ?? null,
      message: 'A lane says who works: set assignees where it matters.',
    })
  const context = { notes, name: uniqueNames(), annotations: annotationsOf(process) }
  const tasks = convertFlow(process.flowElements ?? [], context)
  const description = [process.name ?? '', documentationOf(process), context.annotations.get('') ?? '']
  const text = description.filter((part) => part !== '').join('\n')
  return { ...workflowOfTasks(name, tasks), ...(text === '' ? {} : { description: text }) }
}

/** Texts on the diagram by the element they are tied to; those that are tied to nothing speak of the process. */
function annotationsOf({ artifacts = [] }: FlowElement): Map<string, string> {
  const found = new Map<string, string>()
  const ties = artifacts.filter((one) => kindOf(one) === 'Association')
  for (const annotation of artifacts.filter((one) => kindOf(one) === 'TextAnnotation')) {
    const tie = ties.find(({ sourceRef, targetRef }) => [sourceRef?.id, targetRef?.id].includes(annotation.id))
    const end = tie?.sourceRef?.id === annotation.id ? tie?.targetRef : tie?.sourceRef
    const key = end?.id ?? ''
    found.set(key, [found.get(key), annotation.text].filter(Boolean).join('\n'))
  }
  return found
}

async function parse(text: string, notes: ImportNote[]): Promise<readonly (FlowElement & BpmnElement)[]> {
  const { BpmnModdle } = await import('bpmn-moddle')
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(text)
    for (const { message } of warnings) notes.push({ where: null, message: `The file: ${message.split('\n')[0]}.` })
    return ((rootElement as unknown as { rootElements?: FlowElement[] }).rootElements ?? []) as FlowElement[]
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'it cannot be read'
    throw new ImportRefused(`This is no BPMN 2.0: ${reason}`)
  }
}
