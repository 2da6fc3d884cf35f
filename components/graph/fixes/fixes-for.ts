import type { Definition } from '@/components/graph/definition'
import { expressionFixes } from './expression-fixes'
import { fieldFixes } from './field-fixes'
import type { Fix, FixableProblem } from './fix'
import { headerFixes } from './header-fixes'
import { joinFixes } from './join-fixes'
import { referenceFixes } from './reference-fixes'
import { requiredFixes } from './required-fixes'
import { taskFixes } from './task-fixes'

const RULES = [expressionFixes, referenceFixes, requiredFixes, joinFixes, taskFixes, fieldFixes, headerFixes] as const

/** What can be done about a problem at the press of a button: each is one step of undo. */
export function fixesFor(definition: Definition, problem: FixableProblem): readonly Fix[] {
  return RULES.flatMap((rule) => rule(definition, problem))
}
