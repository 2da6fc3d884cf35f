import { describe, expect, it } from 'vitest'
import type { PolledTask } from '@/server/model/polled-task'
import { createPoller } from './poller'
import { createWaitingRoom } from './waiting-room'

const task = (name: string) => ({ task: { taskId: name } }) as unknown as PolledTask

function waiting(workerId: string, wanted: number) {
  const seen = { answers: [] as (readonly PolledTask[])[], returned: [] as (readonly PolledTask[])[] }
  const poller = createPoller(workerId, wanted, {
    answer: (tasks) => seen.answers.push(tasks),
    returned: (tasks) => seen.returned.push(tasks),
  })
  return { poller, seen }
}

describe('the waiting room', () => {
  it('promises seats to the longest wait first, as many as each poll wants', () => {
    const room = createWaitingRoom()
    room.enter('1 a', waiting('first', 2).poller)
    room.enter('1 a', waiting('second', 5).poller)
    room.enter('1 b', waiting('other', 1).poller)
    expect(room.seats('1 a', 4).map((seat) => seat.workerId)).toEqual(['first', 'first', 'second', 'second'])
    expect(room.keys()).toEqual(['1 a', '1 b'])
    expect(room.seat('1 b')?.workerId).toBe('other')
    expect(room.seat('1 b')).toBeNull()
  })
})

describe('a poll', () => {
  it('answers when its last promised seat is settled', () => {
    const { poller, seen } = waiting('w', 3)
    const seats = [poller.seat(), poller.seat()]
    seats[0]?.fill(task('t1'))
    expect(seen.answers).toEqual([])
    seats[1]?.release()
    expect(seen.answers).toEqual([[task('t1')]])
    expect(poller.free()).toBe(0)
  })

  it('goes on waiting when a claim brought nothing', () => {
    const { poller, seen } = waiting('w', 1)
    poller.seat().release()
    expect(seen.answers).toEqual([])
    expect(poller.free()).toBe(1)
    poller.end()
    expect(seen.answers).toEqual([[]])
  })

  it('does not end while a task may still be on its way', () => {
    const { poller, seen } = waiting('w', 1)
    const seat = poller.seat()
    poller.end()
    expect(seen.answers).toEqual([])
    seat.fill(task('late'))
    expect(seen.answers).toEqual([[task('late')]])
  })

  it('gives its tasks back when the client left', () => {
    const { poller, seen } = waiting('w', 1)
    const seat = poller.seat()
    poller.abandon()
    seat.fill(task('lost'))
    expect(seen).toEqual({ answers: [[]], returned: [[task('lost')]] })
  })
})
