/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell: quoted where it must be, and never the beginning of a formula (SECURITY T28 of exports). */
const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines as RFC 4180, with the mark that makes spreadsheets read UTF-8. */
export const toCsv = (heading: readonly string[], lines: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${[heading, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
