/** The texts a WAIT accepts, checked by form only: whether a day exists is seen when it is reached. */
const DURATION =
  /^\s*(\d+\s*d(ays?)?)?\s*(\d+\s*h(rs?|ours?)?)?\s*(\d+\s*m(ins?|inutes?)?)?\s*(\d+\s*s(ecs?|econds?)?)?\s*$/i
const UNTIL = /^\s*\d{4}-\d{2}-\d{2}(\s+\d{2}:\d{2}(\s+\S+)?)?\s*$/

export function isWaitDuration(text: string): boolean {
  return text.includes('${') || (text.length < 200 && DURATION.test(text))
}

export function isWaitUntil(text: string): boolean {
  return text.includes('${') || text === '' || UNTIL.test(text)
}
