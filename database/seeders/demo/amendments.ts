import type { Bill, Box, Filing } from './filing.js'
import type { Random } from './prng.js'

/** Only the boxes that the bills are stowed in. */
export const boxesOf = (boxes: readonly Box[], bills: readonly Bill[]): Box[] => {
  const named = new Set(bills.flatMap((bill) => bill.boxes))
  return boxes.filter(({ number }) => named.has(number))
}

/** A correction of one value, as amendments bring it: weight, description or packages. */
export const correct = (random: Random, bill: Bill): Bill => {
  const { line } = bill
  const kind = random.int(0, 2)
  if (kind === 0 && line.weightKg !== null) {
    return { ...bill, line: { ...line, weightKg: Math.round(line.weightKg * random.between(0.93, 1.08) * 100) / 100 } }
  }
  if (kind === 1) return { ...bill, line: { ...line, packages: Math.max(1, line.packages + random.int(-4, 6)) } }
  return {
    ...bill,
    line: {
      ...line,
      description:
        `${line.description} ${random.pick(['CORRECTED', 'SEGUN FACTURA', 'AS PER INVOICE', 'ON PALLETS'])}`.trim(),
    },
  }
}

/** The base filing again with one of its bills corrected and its boxes weighed anew. */
export const corrected = (random: Random, base: Filing): Pick<Filing, 'bills' | 'boxes'> => {
  const at = random.int(0, base.bills.length - 1)
  return { bills: base.bills.map((bill, index) => (index === at ? correct(random, bill) : bill)), boxes: base.boxes }
}

/** One bill of the base alone, with its boxes. */
export const oneOf = (random: Random, base: Filing): Pick<Filing, 'bills' | 'boxes'> => {
  const bills = [random.pick(base.bills)]
  return { bills, boxes: boxesOf(base.boxes, bills) }
}
