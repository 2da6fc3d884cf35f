/** The parts of a parsed BPMN file that are read here; the parser gives more. */
export interface BpmnElement {
  readonly $type: string
  readonly id?: string
  readonly name?: string
  readonly $attrs?: Readonly<Record<string, string>>
  readonly documentation?: readonly { readonly text?: string }[]
  readonly extensionElements?: { readonly values?: readonly Extension[] }
}

export interface Extension {
  readonly $type: string
  readonly $children?: readonly Extension[]
  readonly [attribute: string]: unknown
}

export interface FlowElement extends BpmnElement {
  readonly sourceRef?: BpmnElement
  readonly targetRef?: BpmnElement
  readonly conditionExpression?: { readonly body?: string }
  readonly default?: BpmnElement
  readonly eventDefinitions?: readonly EventDefinition[]
  readonly loopCharacteristics?: LoopCharacteristics
  readonly calledElement?: string
  readonly script?: string
  readonly scriptFormat?: string
  readonly triggeredByEvent?: boolean
  readonly attachedToRef?: BpmnElement
  readonly flowElements?: readonly FlowElement[]
  readonly artifacts?: readonly Artifact[]
  readonly laneSets?: readonly { readonly lanes?: readonly BpmnElement[] }[]
}

export interface EventDefinition extends BpmnElement {
  readonly timeDuration?: { readonly body?: string }
  readonly timeDate?: { readonly body?: string }
  readonly timeCycle?: { readonly body?: string }
  readonly messageRef?: BpmnElement
  readonly signalRef?: BpmnElement
  readonly errorRef?: BpmnElement
}

export interface LoopCharacteristics extends BpmnElement {
  readonly loopCondition?: { readonly body?: string }
  readonly isSequential?: boolean
}

export interface Artifact extends BpmnElement {
  readonly text?: string
  readonly sourceRef?: BpmnElement
  readonly targetRef?: BpmnElement
}

export interface Collaboration extends BpmnElement {
  readonly participants?: readonly (BpmnElement & { readonly processRef?: BpmnElement })[]
  readonly messageFlows?: readonly BpmnElement[]
}

/** `bpmn:UserTask` → `UserTask` */
export function kindOf({ $type }: BpmnElement): string {
  return $type.replace(/^.*:/, '')
}

export function documentationOf(element: BpmnElement): string {
  return (element.documentation ?? []).map(({ text = '' }) => text.trim()).join('\n')
}
