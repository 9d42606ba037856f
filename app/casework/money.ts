/** Digits behind the point of a currency: 2 for JMD, 0 for JPY, 3 for BHD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const AMOUNT = /^(\d{1,13})(?:\.(\d{1,3}))?$/

/** `1234.5` in JMD is `123450`; `null` for what is no amount of that currency. Never through a floating number. */
export function toMinor(amount: string, currency: string): bigint | null {
  const [whole, units, fraction = ''] = AMOUNT.exec(amount.trim()) ?? []
  const digits = minorDigits(currency)
  if (whole === undefined || fraction.length > digits) return null
  return BigInt(units + fraction.padEnd(digits, '0'))
}

/** Minor units as a decimal string. */
export function fromMinor(minor: bigint | string, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
