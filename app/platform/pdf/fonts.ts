import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)
const file = (name: string) => require.resolve(`@expo-google-fonts/${name}`)

/** Faces that every document is set in, from packages of this build: nothing is fetched and nothing of the machine is used. */
export const FONTS = {
  latin: {
    normal: file('noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: file('noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  arabic: {
    normal: file('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    bold: file('noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  },
} as const

export type Face = keyof typeof FONTS

const FOLDERS = new Set(
  Object.values(FONTS)
    .flatMap(({ normal, bold }) => [normal, bold])
    .map((path) => dirname(path))
)
/** The only files a document may read (SECURITY T27). */
export const isFontFile = (path: string): boolean => FOLDERS.has(dirname(path))

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u
/** Signs that neither face draws: CJK, Thai, emoji …; shown by their number, never as an empty box. */
const DRAWN =
  /[\t\n\u0020-\u007e\u00a0-\u024f\u02b0-\u03ff\u0400-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203a\u20a0-\u20bf\u2116\u2122]/u

/** Spaces at which a line is not broken. */
const KEEPS = new Set(['\u00a0', '\u2007', '\u202f'])

interface FaceRun {
  text: string
  face: Face
}

/** Cuts a text into runs of one face each; spaces and signs stay with what stands before them. */
export function faceRuns(text: string): FaceRun[] {
  const runs: FaceRun[] = []
  for (const sign of text
    .replaceAll('\r', '')
    .replace(/\p{Zs}/gu, (space) => (KEEPS.has(space) ? '\u00a0' : ' '))
    .normalize('NFC')) {
    const last = runs.at(-1)
    const shared = /[\s\p{P}\p{Nd}]/u.test(sign) && !ARABIC.test(sign)
    const face: Face = ARABIC.test(sign) ? 'arabic' : shared && last ? last.face : 'latin'
    const drawn = ARABIC.test(sign) || DRAWN.test(sign) ? sign : byNumber(sign)
    if (last?.face === face) last.text += drawn
    else runs.push({ text: drawn, face })
  }
  return runs
}

/** What steers the direction of a line is left out: the line is set by its own letters. */
const byNumber = (sign: string): string =>
  /[\p{Cc}\p{Cf}]/u.test(sign) ? '' : `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
