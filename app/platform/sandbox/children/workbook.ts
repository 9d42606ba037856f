/**
 * Runs in the sandbox child: a workbook comes in by stdin, its cells go out by stdout as JSON.
 * It imports nothing of Landfall, and whoever asked for it believes nothing it says unchecked.
 *
 * Arguments: file URL of the spreadsheet library, file URL of `zip_limits`, and the limits as JSON.
 */
type Library = typeof import('@e965/xlsx')

interface Limits {
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly textLength: number
}

/** Exit code that says why. */
const BEYOND_LIMITS = 3
const ZIP = 0x4b50

const [, , libraryUrl = '', zipLimitsUrl = '', limitsJson = '{}'] = process.argv
const limits = JSON.parse(limitsJson) as Limits
const { read, SSF } = (await import(libraryUrl)) as Library

type Cell = NonNullable<import('@e965/xlsx').DenseWorkSheet['!data'][number]>[number]

/** An identifier must not become `7.79E+10`, nor a weight 0.30000000000000004. */
const plainNumber = (value: number): string => {
  if (!Number.isFinite(value)) return ''
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(10).replace(/0+$/, '') : text
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Dates are written as ISO, whatever the sheet shows: `6/9/19` could be two days. */
const isoDate = (value: number, date1904: boolean): string => {
  const date = SSF.parse_date_code(value, { date1904 }) as {
    y: number
    m: number
    d: number
    H: number
    M: number
  } | null
  if (!date) return plainNumber(value)
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`
  const time = `${two(date.H)}:${two(date.M)}`
  if (value < 1) return time
  return time === '00:00' ? day : `${day}T${time}`
}

const textOf = (cell: Cell, date1904: boolean): string => {
  if (cell.t === 'n') {
    const value = Number(cell.v)
    const format = typeof cell.z === 'string' ? cell.z : 'General'
    if (SSF.is_date(format)) return isoDate(value, date1904)
    // A format of zeros alone keeps the leading zeros of an identifier.
    return /^0{2,}$/.test(format) && typeof cell.w === 'string' ? cell.w : plainNumber(value)
  }
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE'
  if (cell.t === 'e') return cell.w ?? '#ERROR'
  return typeof cell.v === 'string' ? cell.v.slice(0, limits.textLength) : ''
}

const chunks: Uint8Array[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
const bytes = Buffer.concat(chunks)

if (bytes.readUInt16LE(0) === ZIP) {
  const { isBomb } = (await import(zipLimitsUrl)) as typeof import('./zip_limits.js')
  if (isBomb(bytes)) process.exit(BEYOND_LIMITS)
}
const workbook = read(bytes, {
  type: 'buffer',
  dense: true,
  sheetRows: limits.rows + 1,
  nodim: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  cellStyles: false,
  bookVBA: false,
  bookDeps: false,
})
const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false

let cells = 0
const sheets = workbook.SheetNames.map((name) => {
  const data = (workbook.Sheets[name] as import('@e965/xlsx').DenseWorkSheet | undefined)?.['!data'] ?? []
  const rows: { number: number; cells: [column: number, text: string][] }[] = []
  // Rows and cells that do not exist are holes: only what is there is visited, whatever range is declared.
  data.forEach((row, at) => {
    const found: [number, string][] = []
    row?.forEach((cell, column) => {
      const text = cell && cell.v !== undefined ? textOf(cell, date1904) : ''
      if (text === '') return
      if (++cells > limits.cells || column >= limits.columns || at >= limits.rows) process.exit(BEYOND_LIMITS)
      found.push([column, text])
    })
    if (found.length > 0) rows.push({ number: at + 1, cells: found })
  })
  return { name: name.slice(0, 64), rows }
})
process.stdout.write(JSON.stringify({ sheets }))
