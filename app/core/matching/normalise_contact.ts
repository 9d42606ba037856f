/** Fewest digits a telephone number is compared with; shorter ones are extensions. */
const SHORTEST_PHONE = 6

/** An e-mail in lower case, or the digits of a telephone number without leading zeros; empty when it is neither. */
export const normaliseContact = (value: string): string => {
  const compact = value.normalize('NFKC').replace(/\s+/g, '')
  if (compact.includes('@')) return compact.toLowerCase().normalize('NFKC')
  const digits = compact.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length < SHORTEST_PHONE ? '' : digits
}
