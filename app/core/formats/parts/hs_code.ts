/** A commodity code behind the words for it in a description. */
export const HS_IN_TEXT = /\bH\.?S\.?\s?(?:CODES?|NO\.?|N[O°]\.?|TARIFF)?\s?[:.#]?\s?(\d[\d. ]{3,14})/i

/** Digits of a commodity code, or `null` for what stands in for one (`9999.00`, too short, too long). */
export const hsDigits = (text: string): string | null => {
  const digits = text.replace(/\D/g, '')
  const chapter = Number(digits.slice(0, 2))
  const placeholder = /^(\d)\1{3,}0*$/.test(digits)
  return digits.length >= 4 && digits.length <= 12 && chapter >= 1 && chapter <= 97 && !placeholder ? digits : null
}
