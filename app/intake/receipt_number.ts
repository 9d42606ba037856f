/** A number people can read aloud: `GT-20261121-7KQ2M9XA`; its end comes from the random part of the id. */
export const receiptNumber = (administrationCode: string, receivedAt: Date, id: string): string => {
  const day = receivedAt.toISOString().slice(0, 10).replaceAll('-', '')
  return `${administrationCode}-${day}-${readable(BigInt(`0x${id.replaceAll('-', '').slice(-10)}`))}`
}

/** Without signs that are mistaken for another (I, L, O, U). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const readable = (value: bigint): string => {
  let text = ''
  for (let rest = value; text.length < 8; rest >>= 5n) text = SIGNS[Number(rest & 31n)]! + text
  return text
}
