export interface WideDefinition {
  readonly name: string
  readonly version: 1
  readonly schemaVersion: 2
  readonly tasks: readonly unknown[]
}

/** How many tasks stand side by side: a sheet about as wide as it is high keeps the screen full while it moves. */
export function columnsOf(tasks: number): number {
  return Math.round(Math.sqrt(tasks / 1.25))
}

/** One task, then a fork whose branches are long rows: as many tasks as asked for, all of them workers'. */
export function wideDefinition(name: string, tasks: number): WideDefinition {
  const columns = columnsOf(tasks)
  const branches = Array.from({ length: columns }, (_, column) =>
    numbers(tasks, columns, column).map((number) => simple(`step_${number}`)),
  )
  return {
    name,
    version: 1,
    schemaVersion: 2,
    tasks: [
      simple('first'),
      { name: 'fork', taskReferenceName: 'fork', type: 'FORK_JOIN', inputParameters: {}, forkTasks: branches },
      {
        name: 'join',
        taskReferenceName: 'join',
        type: 'JOIN',
        inputParameters: {},
        joinOn: branches.map((branch) => branch.at(-1)?.taskReferenceName),
      },
    ],
  }
}

function numbers(tasks: number, columns: number, column: number): number[] {
  const rest = tasks - 3
  return Array.from({ length: Math.ceil((rest - column) / columns) }, (_, row) => row * columns + column)
}

function simple(name: string) {
  const inputParameters = { order: '${workflow.input.order}', attempt: 1 }
  return { name, taskReferenceName: name, type: 'SIMPLE', inputParameters }
}
