/**
 * Many phrases sought in one text at once: each is found by its first word, so that a text costs its
 * own words and not the number of phrases.
 */
export type Phrases = ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly group: number }[]>

/** @param groups Alternatives of each group, as normalised words separated by one space. */
export const compilePhrases = (groups: readonly (readonly string[])[]): Phrases => {
  const byFirst = new Map<string, { rest: readonly string[]; group: number }[]>()
  groups.forEach((phrases, group) => {
    for (const phrase of phrases) {
      const [first = '', ...rest] = phrase.split(' ')
      const same = byFirst.get(first)
      if (same) same.push({ rest, group })
      else byFirst.set(first, [{ rest, group }])
    }
  })
  return byFirst
}

/** Groups of which a phrase stands among the words, as whole words in sequence. */
export const phrasesIn = (phrases: Phrases, words: readonly string[]): ReadonlySet<number> => {
  const found = new Set<number>()
  for (let at = 0; at < words.length; at++) {
    for (const { rest, group } of phrases.get(words[at] ?? '') ?? [])
      if (rest.every((word, offset) => words[at + 1 + offset] === word)) found.add(group)
  }
  return found
}
