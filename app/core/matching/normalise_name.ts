import { fold } from './fold.js'
import { LEGAL_FORMS } from './legal_forms.js'

/**
 * A party or ship name as it is compared: any script to ASCII, `&` as AND, initials joined,
 * legal forms at the end dropped, order of the words kept. A name that is nothing but a legal
 * form stays as it is.
 */
export const normaliseName = (name: string): string => {
  const words = fold(name)
    .replaceAll('&', ' AND ')
    .replace(/['`]/g, '')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')
  return withoutLegalForms(joinInitials(words)).join(' ')
}

const joinInitials = (words: readonly string[]): string[] => {
  const joined: string[] = []
  let initials = ''
  for (const word of words) {
    if (word.length === 1 && word >= 'A') {
      initials += word
      continue
    }
    if (initials !== '') joined.push(initials)
    initials = ''
    joined.push(word)
  }
  return initials === '' ? joined : [...joined, initials]
}

const withoutLegalForms = (words: readonly string[]): readonly string[] => {
  const form = LEGAL_FORMS.find(
    (form) => form.length < words.length && form.every((word, at) => words.at(at - form.length) === word)
  )
  return form === undefined ? words : withoutLegalForms(words.slice(0, -form.length))
}
