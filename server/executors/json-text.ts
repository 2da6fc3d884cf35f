/** How deeply lists and objects nest in a JSON text; stops counting at `limit`. Linear, before anything is parsed. */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inText) {
      if (char === BACKSLASH) at += 1
      else if (char === QUOTE) inText = false
    } else if (char === QUOTE) inText = true
    else if (char === OPEN_LIST || char === OPEN_OBJECT) {
      depth += 1
      if (depth > limit) return true
    } else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
