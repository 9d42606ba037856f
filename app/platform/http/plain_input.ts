/** Deeper than any form or document of ours. */
const MOST_LEVELS = 20

const isPlainText = (text: string) => !text.includes('\u0000') && text.isWellFormed()

/** Whether every text of parsed input can be stored, and its nesting is that of a form. */
export function isPlainInput(input: unknown): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return false
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !isPlainText(value)) return false
      if (value === null || typeof value !== 'object') continue
      for (const [key, inner] of Object.entries(value)) {
        if (!isPlainText(key)) return false
        next.push(inner)
      }
    }
    level = next
  }
  return true
}
