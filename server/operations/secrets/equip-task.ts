import type { PolledTask } from '@/server/model/polled-task'
import type { App } from '@/server/operations/app'
import { revealInput } from './reveal-input'

/** A task as its worker gets it: secrets in its input, and what its definition's `runtimeMetadata` asks for. */
export function equipTasks(
  app: App,
  tasks: readonly PolledTask[],
): Promise<readonly PolledTask[]> | readonly PolledTask[] {
  return tasks.some(needsMore)
    ? Promise.all(tasks.map((polled) => (needsMore(polled) ? equip(app, polled) : polled)))
    : tasks
}

function needsMore({ task, taskDef }: PolledTask): boolean {
  return Boolean(task.secretNames) || (taskDef?.runtimeMetadata.length ?? 0) > 0
}

async function equip(app: App, polled: PolledTask): Promise<PolledTask> {
  const { task, taskDef, namespaceId } = polled
  const { input } = await revealInput(app, namespaceId, { input: task.inputData, names: task.secretNames ?? null })
  const runtimeMetadata = await runtimeMetadataOf(app, polled, taskDef?.runtimeMetadata ?? [])
  return { ...polled, task: { ...task, inputData: input }, runtimeMetadata }
}

/** Secrets first, then the environment; names that neither has are left out. */
async function runtimeMetadataOf(
  app: App,
  { namespaceId }: PolledTask,
  names: readonly string[],
): Promise<Record<string, string>> {
  if (names.length === 0) return {}
  const [secrets, environment] = await Promise.all([
    app.vault.reveal(namespaceId, names),
    app.environment.of(namespaceId),
  ])
  const found = names.flatMap((name) => {
    const value = secrets.get(name) ?? (Object.hasOwn(environment, name) ? environment[name] : undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}
