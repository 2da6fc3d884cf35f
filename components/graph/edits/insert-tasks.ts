import type { Definition, GraphTask, Place } from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { updateList } from '@/components/graph/update-at'

export function insertTasks(definition: Definition, place: Place, tasks: readonly GraphTask[]): Definition {
  const inserted = updateList(definition, place.list, (list) => list.toSpliced(place.index, 0, ...tasks))
  return keepJoins(definition, inserted)
}
