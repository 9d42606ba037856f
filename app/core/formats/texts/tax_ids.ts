/** A taxpayer number found in a text of name and address. */
export interface TaxIdFound {
  /** The word before it, e.g. `CUIT`. */
  readonly type: string
  /** Digits and letters alone, upper case. */
  readonly value: string
  /** By its check digits; `null` where the scheme has none that can be told. */
  readonly valid: boolean | null
}

const LABELLED =
  /\b(CUIT|CNPJ|RUC|RUT|NIT|EORI|USCI|USCC|PAN|RFC|GSTIN|TRN)(?:[ ]?(?:NO|NR|N[O°]|NUMBER|CODE))?[ .:#/-]{0,3}([A-Z0-9][A-Z0-9./-]{4,24})/gi
const MAY_HOLD = /\b(?:CUIT|CNPJ|RU[CT]|NIT|EORI|USC[CI]|PAN|RFC|GSTIN|TRN)/i
/** Names and addresses are short; what is longer is no address. */
const LONGEST = 2_048

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at] ?? 0), 0)

/** Modulo 11 with the complement as digit; 10 and 11 as the scheme says. */
const mod11 = (digits: string, weights: readonly number[], ten: number): number => {
  const digit = 11 - (weighted(digits, weights) % 11)
  return digit === 11 ? 0 : digit === 10 ? ten : digit
}

const TEN_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
const CNPJ_WEIGHTS = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

/** Argentina (and Peru's RUC): ten digits and a check digit. */
const elevenDigits = (value: string, ten: number): boolean => mod11(value, TEN_WEIGHTS, ten) === Number(value[10])

/** Brazil: twelve digits and two check digits. */
const cnpj = (value: string): boolean =>
  mod11(value, CNPJ_WEIGHTS, 0) === Number(value[12]) && mod11(value, [6, ...CNPJ_WEIGHTS], 0) === Number(value[13])

/** Chile: weights 2 to 7 from the right, K for ten. */
const rut = (value: string): boolean => {
  const [body, digit] = [value.slice(0, -1), value.slice(-1)]
  const weights = [...body].map((_, at) => ((body.length - 1 - at) % 6) + 2)
  const expected = 11 - (weighted(body, weights) % 11)
  return digit === (expected === 11 ? '0' : expected === 10 ? 'K' : String(expected))
}

const USC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** China, unified social credit code (GB 32100): powers of 3, modulo 31. */
const unifiedCredit = (value: string): boolean => {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const sign = USC_SIGNS.indexOf(value.charAt(at))
    if (sign < 0) return false
    sum += sign * (3 ** at % 31)
  }
  return USC_SIGNS.charAt((31 - (sum % 31)) % 31) === value.charAt(17)
}

/** Shape of each scheme, and its check where it has one. `undefined` for what is no such number. */
const SCHEMES: Readonly<Record<string, (value: string) => boolean | null | undefined>> = {
  CUIT: (value) => (/^\d{11}$/.test(value) ? elevenDigits(value, 9) : undefined),
  CNPJ: (value) => (/^\d{14}$/.test(value) ? cnpj(value) : undefined),
  // Peru has 11 digits with a check; Ecuador 13, Paraguay 6 to 9 and Panama letters are not told apart.
  RUC: (value) =>
    /^(?:10|15|17|20)\d{9}$/.test(value) ? elevenDigits(value, 0) : /^[\dA-Z]{6,14}$/.test(value) ? null : undefined,
  RUT: (value) => (/^\d{7,8}[\dK]$/.test(value) ? rut(value) : undefined),
  NIT: (value) => (/^\d{4,12}[\dK]$/.test(value) ? null : undefined),
  EORI: (value) => (/^[A-Z]{2}[A-Z0-9]{3,15}$/.test(value) ? null : undefined),
  USCI: (value) => (/^[\dA-Z]{18}$/.test(value) ? unifiedCredit(value) : undefined),
  USCC: (value) => (/^[\dA-Z]{18}$/.test(value) ? unifiedCredit(value) : undefined),
  PAN: (value) => (/^[A-Z]{5}\d{4}[A-Z]$/.test(value) ? null : undefined),
  RFC: (value) => (/^[A-Z&]{3,4}\d{6}[A-Z0-9]{3}$/.test(value) ? null : undefined),
  GSTIN: (value) => (/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]{3}$/.test(value) ? null : undefined),
  TRN: (value) => (/^\d{9,15}$/.test(value) ? null : undefined),
}

/** Taxpayer numbers that stand in a text behind the word for them, each once. */
export const taxIdsIn = (text: string): readonly TaxIdFound[] => {
  if (!MAY_HOLD.test(text)) return []
  const found = new Map<string, TaxIdFound>()
  for (const [, label = '', filed = ''] of text.slice(0, LONGEST).matchAll(LABELLED)) {
    const type = label.toUpperCase()
    const value = filed.toUpperCase().replace(/[^A-Z0-9]/g, '')
    const valid = /\d/.test(value) ? SCHEMES[type]?.(value) : undefined
    if (valid !== undefined) found.set(value, { type, value, valid })
  }
  return [...found.values()]
}
