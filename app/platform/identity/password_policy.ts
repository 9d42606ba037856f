/** Why a password is refused; the screen has a sentence for each. */
export type PasswordFault = 'short' | 'long' | 'common' | 'own_words'

const SHORTEST = 12
const LONGEST = 128
/** What must be left of a password when every common and own word, row of keys and repetition is taken out. */
const LEAST_OWN = 5

/** Words and rows of keys that lists of leaked passwords are made of; written folded (`fold`). */
const COMMON = [
  ...['password', 'passwort', 'motdepasse', 'contrasena', 'contrasenya', 'passw', 'pass', 'senha', 'kalimatsirr'],
  ...['welcome', 'bienvenue', 'bienvenido', 'letmein', 'iloveyou', 'jetaime', 'teamo', 'trustno', 'changeme', 'secret'],
  ...['qwertyuiop', 'qwerty', 'qwertz', 'azertyuiop', 'azerty', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn'],
  ...['qazwsx', 'abcdefghijkl', 'abcdef', 'abcd', 'admin', 'administrator', 'login', 'master', 'dragon', 'monkey'],
  ...['football', 'baseball', 'basketball', 'soccer', 'princess', 'sunshine', 'shadow', 'superman', 'batman', 'flower'],
  ...['michael', 'jordan', 'charlie', 'jessica', 'ashley', 'daniel', 'andrew', 'carlos', 'maria', 'mohamed', 'ahmed'],
  ...['summer', 'winter', 'spring', 'autumn', 'january', 'february', 'october', 'november', 'december', 'monday'],
  ...['test', 'user', 'guest', 'root', 'hello', 'computer', 'internet', 'freedom'],
] as const
/** The product and its trade: the first words anybody tries here. */
const HOUSE = [
  'landfall',
  'customs',
  'douane',
  'aduana',
  'jumruk',
  'targeting',
  'container',
  'cargo',
  'port',
  'officer',
  'ship',
]

/** Capitals, accents and letters written as figures do not make a common word a rare one. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replaceAll('3', 'e')
    .replace(/[1!|]/g, 'i')
    .replaceAll('0', 'o')
    .replace(/[$5]/g, 's')

const wordsOf = (own: readonly string[]): string[] =>
  own
    // Runs of figures are taken out of the password first, so a word is also known without them, in parts and in one.
    .flatMap((text) => [text, text.replace(/\d{2,}/g, ' '), text.replace(/\d{2,}/g, '')])
    .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => [...word].length >= 4)

/** Characters that neither repeat nor follow the one before: `aaaa` and `3456` have one. */
const varied = (characters: readonly string[]): number =>
  characters.filter((each, index) => {
    const step = (each.codePointAt(0) ?? 0) - (characters[index - 1]?.codePointAt(0) ?? 0)
    return index === 0 || Math.abs(step) > 1
  }).length

/** How much is the person's own: without known words, runs of figures, repetitions and sequences. */
function ownPart(password: string, words: readonly string[]): number {
  const folded = fold(password.replace(/\d{2,}/g, ' ')).replace(/[\s\p{P}\p{S}]+/gu, '')
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  return varied([...longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), folded)])
}

/**
 * 12 to 128 characters of any kind; no rule on what they are made of, but not what is tried first
 * (SECURITY section 4, ASVS 6.2). Characters are counted as people count them.
 */
export function faultOfPassword(password: string, own: readonly string[]): PasswordFault | null {
  const characters = [...password]
  if (characters.length < SHORTEST) return 'short'
  if (characters.length > LONGEST) return 'long'
  if (!/\p{L}/u.test(password)) return varied(characters) < 8 ? 'common' : null
  if (ownPart(password, COMMON) < LEAST_OWN) return 'common'
  return ownPart(password, [...COMMON, ...HOUSE, ...wordsOf(own)]) < LEAST_OWN ? 'own_words' : null
}
