import { describeDefinition } from './describe-tasks'
import { simulateSeed } from './simulate-seed'

/** `npm run simulate -- --seeds 10000 [--from 1]`, or `--seed 42` to read one story. */
function main(args: readonly string[]): void {
  const one = numberAfter(args, '--seed')
  if (one === null) tryMany(numberAfter(args, '--from') ?? 1, numberAfter(args, '--seeds') ?? 10_000)
  else tell(one)
}

function tryMany(from: number, count: number): void {
  const began = performance.now()
  const failed: number[] = []
  for (let seed = from; seed < from + count; seed += 1) {
    const { failure } = simulateSeed(seed)
    if (failure === null) continue
    failed.push(seed)
    console.log(`seed ${seed}: ${textOf(failure)}`)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${count - failed.length} of ${count} seeds hold (${seconds} s)`)
  if (failed.length === 0) return
  console.log(`Read one with: npm run simulate -- --seed ${failed[0]}`)
  process.exitCode = 1
}

function tell(seed: number): void {
  const { world, failure } = simulateSeed(seed)
  const definitions = [...world.cast.definitions.values()].flatMap(describeDefinition)
  console.log([...definitions, '', ...world.log].join('\n'))
  if (failure === null) return
  console.log(`\n${failure instanceof Error ? failure.stack : failure}`)
  process.exitCode = 1
}

function textOf(failure: unknown): string {
  return failure instanceof Error ? failure.message.slice(0, 300) : String(failure)
}

function numberAfter(args: readonly string[], name: string): number | null {
  const at = args.indexOf(name)
  return at < 0 ? null : Number(args[at + 1])
}

main(process.argv.slice(2))
