import type { IntegrityProps, MeetingsView } from '../../../resources/pages/integrity/index.props.js'
import { OVERRIDES } from './queries/list_overrides.js'
import type { IntegrityTable } from './validators/integrity.js'

interface File {
  columns: readonly string[]
  lines: (string | number | null)[][]
}

/** Six digits are more than anybody can mean, and every spreadsheet reads them. */
const figure = (value: number): number => Number(value.toPrecision(6))

const meetingsFile = ({ pairs }: MeetingsView): File => ({
  columns: ['officer', 'party', 'able', 'expected', 'met', 'given', 'lift', 'chance', 'stands_out'],
  lines: pairs.map((pair) => [
    pair.officer.name,
    pair.party.name,
    pair.able,
    figure(pair.expected),
    pair.met,
    pair.given,
    figure(pair.lift),
    figure(pair.chance),
    pair.standsOut ? 'yes' : 'no',
  ]),
})

const FILES: Readonly<Record<IntegrityTable, (figures: IntegrityProps) => File>> = {
  assignments: ({ assignments }) => ({
    columns: [
      'site',
      'officer',
      'able',
      'expected',
      'drawn',
      'assigned',
      'given',
      'taken',
      'usual_low',
      'usual_high',
      'outside',
    ],
    lines: assignments.map((line) => [
      line.site,
      line.officer.name,
      line.able,
      figure(line.expected),
      line.drawn,
      line.assigned,
      line.given,
      line.taken,
      line.usual?.low ?? null,
      line.usual?.high ?? null,
      line.usual === null ? 'too few' : line.outside ? 'yes' : 'no',
    ]),
  }),
  consignees: ({ consignees }) => meetingsFile(consignees),
  filers: ({ filers }) => meetingsFile(filers),
  overrides: ({ overrides }) => ({
    columns: ['officer', ...OVERRIDES.map((kind) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))],
    lines: overrides.map((line) => [line.officer.name, ...OVERRIDES.map((kind) => line[kind])]),
  }),
}

/** One table of the page, each line marked with who took it. */
export function fileOf(table: IntegrityTable, figures: IntegrityProps, mark: string): File {
  const { columns, lines } = FILES[table](figures)
  return {
    columns: [...columns, 'from', 'to', 'exported'],
    lines: lines.map((line) => [...line, figures.period.from, figures.period.to, mark]),
  }
}
