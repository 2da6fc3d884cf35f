import { type Definition, type JsonPath, taskType } from '@/components/graph/definition'
import { analyzeScope, type Reader, type ScopeAnalysis, type Verdict } from './analyze-scope'
import { type ExpressionUse, expressionUses } from './expression-uses'
import type { NumberedTask } from './number-tasks'
import { FURTHER_WORKFLOW_MEMBERS, ROW_SHAPE, WORKFLOW_SHAPE } from './task-shapes'
import { variableSetters } from './variable-setters'
import { verdictWords } from './verdict-words'

export interface ScopeProblem {
  /** `info`: worth knowing, and often meant so. */
  readonly severity: 'warning' | 'info'
  readonly message: string
  readonly pointer: JsonPath
}

/**
 * What the flow of a definition says about its expressions. Only what is sure: nothing about secrets, names computed
 * at run time, members of outputs, or what a dynamic fork may bring. References to nobody are the validator's.
 */
export function scopeProblems(definition: Definition): readonly ScopeProblem[] {
  const scope = analyzeScope(definition)
  const uses = expressionUses(definition).flatMap((use) => problemOf(definition, scope, use) ?? [])
  return [...unreached(scope), ...uses]
}

/** The first task of a list that control does not come to; the rest follows from it. */
function unreached(scope: ScopeAnalysis): ScopeProblem[] {
  const reachedLists = scope.tasks.filter(({ index }) => scope.isReached(index)).flatMap(({ lists }) => lists)
  return [scope.root, ...reachedLists].flatMap((list) => {
    const first = list.find((index) => !scope.isReached(index))
    const item = first === undefined ? undefined : scope.tasks[first]
    if (item === undefined) return []
    const name = item.task.name || item.task.taskReferenceName
    return [warning(`${name} is never reached: the workflow has always ended before it.`, item.path)]
  })
}

function problemOf(definition: Definition, scope: ScopeAnalysis, use: ExpressionUse): ScopeProblem | null {
  const { root, members, valid, source } = use.reference
  if (!valid || root === null) return null
  const [first] = members
  if (root === 'workflow') {
    if (first === 'variables') return variableProblem(definition, scope, use)
    if (first === undefined || first in WORKFLOW || FURTHER_WORKFLOW_MEMBERS.has(first)) return null
    return warning(
      `\${${source}}: a workflow has no ${first}. It has input, output, variables, workflowId and others.`,
      use.pointer,
    )
  }
  const producer = scope.find(root)
  if (producer === undefined) return null
  if (first !== undefined && !(first in ROW)) {
    return warning(`\${${source}}: a task has no ${first}. It has output, input, status and others.`, use.pointer)
  }
  const verdict = scope.verdict(use.reader, producer)
  return verdict === null ? null : verdictProblem({ scope, use, producer }, verdict)
}

const ROW: Readonly<Record<string, unknown>> = { input: 1, output: 1, ...ROW_SHAPE }
const WORKFLOW: Readonly<Record<string, unknown>> = { input: 1, output: 1, variables: 1, ...WORKFLOW_SHAPE }

interface Found {
  readonly scope: ScopeAnalysis
  readonly use: ExpressionUse
  readonly producer: NumberedTask
}

function verdictProblem({ scope, use, producer }: Found, verdict: Verdict): ScopeProblem | null {
  const name = producer.task.name || producer.task.taskReferenceName
  const sentence = `\${${use.reference.source}}: ${name} ${verdictWords(verdict)}.`
  switch (verdict.certainty) {
    case 'certain':
      return null
    case 'never':
      return warning(`${sentence} The value is always null here.`, use.pointer)
    case 'parallel':
      // A JOIN shows what its branches have so far: whoever reads it from inside knows.
      return producer.type === 'JOIN' ? null : warning(sentence, use.pointer)
    case 'maybe':
      return isUsual(scope, use.reader, verdict)
        ? null
        : { severity: 'info', message: `${sentence} Otherwise the value is null.`, pointer: use.pointer }
  }
}

/** Outputs of a workflow that went another way are missing, as everybody expects; a loop reads its body for its condition. */
function isUsual(scope: ScopeAnalysis, reader: Reader, verdict: Verdict): boolean {
  if (reader.kind === 'outputs') return verdict.why !== 'may-fail'
  const { about } = verdict
  if (verdict.why === 'earlier-turn' && about?.index === reader.index) return true
  // Behind an EXCLUSIVE_JOIN, or in one, some are always missing.
  const task = scope.tasks[reader.index]?.task
  return task !== undefined && taskType(task) === 'EXCLUSIVE_JOIN'
}

function variableProblem(definition: Definition, scope: ScopeAnalysis, use: ExpressionUse): ScopeProblem | null {
  const name = use.reference.members[1]
  if (name === undefined || Object.hasOwn(definition.variables ?? {}, name)) return null
  const setters = variableSetters(definition).get(name) ?? []
  if (setters.length === 0) {
    return info(
      `\${${use.reference.source}}: no task of this workflow sets the variable ${name}; only something outside can give it a value.`,
      use.pointer,
    )
  }
  const verdicts = setters.flatMap((setter) => scope.verdict(use.reader, setter) ?? [])
  const isNever = verdicts.length > 0 && verdicts.every(({ certainty }) => certainty === 'never')
  return isNever
    ? warning(
        `\${${use.reference.source}}: the variable ${name} is set only after this. The value is null here.`,
        use.pointer,
      )
    : null
}

function warning(message: string, pointer: JsonPath): ScopeProblem {
  return { severity: 'warning', message, pointer }
}

function info(message: string, pointer: JsonPath): ScopeProblem {
  return { severity: 'info', message, pointer }
}
