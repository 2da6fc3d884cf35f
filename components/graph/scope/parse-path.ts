import type { PathStep } from './known-roots'

/** A path that may still be in the making. */
export interface OpenPath {
  /** Empty while the first name is being typed. */
  readonly root: string
  /** The finished steps after the root. */
  readonly steps: readonly PathStep[]
  /** What has been typed of the last step; null behind a closing bracket. */
  readonly partial: string | null
  /** Where the last step begins in the text: behind its dot, or at its bracket. */
  readonly from: number
}

const NAME = /[^.[\]]*/y
const BRACKET = /\[\s*(?:'([^']*)'|"([^"]*)"|(-?\d+)|(\*)|([^\]]*))\s*\]/y

/** Null when what stands there is computed at run time, or no path. */
export function parseOpenPath(text: string): OpenPath | null {
  if (text.includes('${')) return null
  const steps: PathStep[] = []
  for (let at = text.length - text.trimStart().length; ; at++) {
    const name = match(NAME, text, at)?.[0] ?? ''
    if (at + name.length >= text.length) return made(steps, name, at)
    if (name !== '') steps.push(namedStep(name.trim()))
    at += name.length
    while (text[at] === '[') {
      const bracket = match(BRACKET, text, at)
      if (bracket === null) return made(steps, text.slice(at + 1).replace(/^\s*['"]?/, ''), at)
      steps.push(bracketStep(bracket))
      at += bracket[0].length
      if (at >= text.length) return made(steps, null, at)
    }
    if (text[at] !== '.') return null
  }
}

/** The whole of a path that is finished: its root, and every step. */
export function parseWholePath(text: string): { readonly root: string; readonly steps: readonly PathStep[] } | null {
  const path = parseOpenPath(text.trim())
  if (path === null) return null
  const { root, steps, partial } = path
  if (partial === null) return { root, steps }
  return root === '' ? { root: partial, steps } : { root, steps: [...steps, namedStep(partial)] }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function made(all: readonly PathStep[], partial: string | null, from: number): OpenPath {
  const [first, ...steps] = all
  return { root: first?.kind === 'name' ? first.name : '', steps, partial, from }
}

function namedStep(name: string): PathStep {
  if (name === '*') return { kind: 'all' }
  return name.endsWith(')') ? { kind: 'other' } : { kind: 'name', name }
}

function bracketStep([, single, double, index, all]: RegExpExecArray): PathStep {
  const name = single ?? double
  if (name !== undefined) return { kind: 'name', name }
  if (index !== undefined) return { kind: 'index', index: Number(index) }
  return all === undefined ? { kind: 'other' } : { kind: 'all' }
}
