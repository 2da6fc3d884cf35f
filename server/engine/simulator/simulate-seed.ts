import { bearFirst } from './births'
import { bringToRest } from './bring-to-rest'
import { checkEnd, checkWorld } from './check-world'
import { MOVES, type Move } from './moves'
import { createRandom, type Random } from './random'
import { writeCast } from './random-cast'
import { createWorld, type World } from './world'

/**
 * One seed is one story: random definitions, and then polls, answers (late, twice), mail, timers, commands, losses and
 * crashes in a random order against them. After each transition the invariants are checked; at the end everything
 * must come to rest.
 */
export interface Story {
  readonly world: World
  /** Null: all went well. */
  readonly failure: unknown
}

const STEPS = 70

export function simulateSeed(seed: number): Story {
  const random = createRandom(seed)
  const world = createWorld(random, writeCast(random))
  try {
    bearFirst(world)
    for (let step = 0; step < STEPS; step += 1) {
      // What is not possible now makes way for something that is.
      for (let tries = 0; tries < 4 && !moveOf(random)(world); tries += 1);
      if (step % 8 === 7) checkWorld(world)
    }
    bringToRest(world)
    checkEnd(world)
    return { world, failure: null }
  } catch (failure) {
    return { world, failure }
  }
}

const WEIGHTS = MOVES.reduce((sum, [weight]) => sum + weight, 0)

function moveOf(random: Random): Move {
  let at = random.below(WEIGHTS)
  for (const [weight, move] of MOVES) {
    if (at < weight) return move
    at -= weight
  }
  return () => false
}
