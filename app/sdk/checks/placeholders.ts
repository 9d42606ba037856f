/**
 * Names of the arguments of an ICU text, each once, sorted: `{count, plural, one {# box} other {# boxes}} of {name}`
 * has `count` and `name`. `null` when its braces do not pair.
 */
export const placeholders = (text: string): readonly string[] | null => {
  const names = new Set<string>()
  return walk(text, 0, names, false) === text.length ? [...names].sort() : null
}

/** Reads text to its end or to the brace that closes it; answers where it stopped, -1 when it cannot. */
const walk = (text: string, from: number, names: Set<string>, inner: boolean): number => {
  let at = from
  while (at < text.length) {
    if (text[at] === '}') return inner ? at : -1
    if (text[at] !== '{') {
      at++
      continue
    }
    const found = /^\{\s*(\w+)\s*/.exec(text.slice(at))
    if (!found) return -1
    names.add(found[1]!)
    at = argument(text, at + found[0].length, names)
    if (at < 0) return -1
  }
  return inner ? -1 : at
}

/** Reads the rest of an argument behind its name, with the texts of its cases. */
const argument = (text: string, from: number, names: Set<string>): number => {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '}') return at + 1
    if (text[at] !== '{') continue
    at = walk(text, at + 1, names, true)
    if (at < 0) return -1
  }
  return -1
}
