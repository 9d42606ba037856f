import {
  blankConsignment,
  blankReport,
  linesOf,
  messageOf,
  parseLocalTime,
  problem,
  refOf,
  type FormatEnd,
  type Line,
  type MessageFormat,
  type Place,
  type ReadMessage,
  type ReportedConsignment,
} from '#sdk'

/**
 * The format of docs/guides/a_format_in_an_afternoon.md, as the guide has it: a semicolon list of an invented harbour.
 * `H;<manifest>;<ship>;<voyage>;<port>;<arrival>` begins a list, `B;<bill>;<loading>;<consignor>;<consignee>;<goods>;<kg>` is one bill.
 */
export const HARBOUR_LIST: MessageFormat = {
  code: 'ruritania.harbour_list',
  version: 1,
  title: 'ruritania.format_harbour_list',
  detect: (head) =>
    /^H;[^;\n]+;[^;\n]*;[^;\n]*;[A-Z]{5};\d{12}\r?\n/.test(new TextDecoder('latin1').decode(head)) ? 0.9 : 0,
  async *read(bytes, { reference }): AsyncGenerator<ReadMessage, FormatEnd> {
    let open: { head: Line; bills: Line[] } | null = null
    let index = 0
    const stray: Line[] = []
    const place = (code: string): Place => ({
      code,
      name: reference.place(code)?.name ?? null,
      country: reference.place(code)?.country ?? null,
    })
    for await (const line of linesOf(bytes)) {
      if (line.text.startsWith('H;')) {
        if (open) yield message(open.head, open.bills, index++, place)
        open = { head: line, bills: [] }
      } else if (line.text.startsWith('B;') && open) open.bills.push(line)
      else if (line.text.trim() !== '') stray.push(line)
    }
    if (open) yield message(open.head, open.bills, index++, place)
    return {
      charset: null,
      problems: stray.map((line) => problem('SYN-SKIPPED', { at: refOf(line, '?'), params: { bytes: line.length } })),
    }
  },
}

type PlaceOf = (code: string) => Place

const message = (head: Line, bills: readonly Line[], index: number, place: PlaceOf): ReadMessage => {
  const [, manifest = '', ship = '', voyage = '', port = '', arrival = ''] = head.text.split(';')
  const blank = blankReport(HARBOUR_LIST, index)
  const eta = parseLocalTime(arrival, '203')
  const consignments = bills.map((line, sequence) => bill(line, sequence, index, place))
  const at = (element: number) => [refOf(head, 'H', index, element)]
  const report = {
    ...blank,
    documentReference: manifest || null,
    conveyance: {
      ...blank.conveyance,
      mode: 'sea' as const,
      means: { ...blank.conveyance.means, name: ship || null },
      voyage: voyage || null,
      discharge: port ? place(port) : null,
      eta: eta?.value ?? null,
    },
    nature: 'import' as const,
    consignments,
    provenance: { 'conveyance.means.name': at(2), 'conveyance.voyage': at(3), 'conveyance.discharge': at(4) },
  }
  return messageOf(report, {
    at: refOf(head, 'H', index),
    segments: 1 + bills.length,
    problems: eta ? [] : [problem('SYN-DATE', { at: refOf(head, 'H', index, 5), params: { value: arrival } })],
  })
}

const bill = (line: Line, sequence: number, index: number, place: PlaceOf): ReportedConsignment => {
  const [, number = '', loading = '', consignor = '', consignee = '', goods = '', kilograms = ''] = line.text.split(';')
  const at = (element: number) => [refOf(line, 'B', index, element)]
  const weight = /^\d+(?:\.\d+)?$/.test(kilograms) ? Number(kilograms) : null
  const party = (role: 'consignor' | 'consignee', name: string) =>
    name === '' ? [] : [{ role, name, address: null, country: null, identifiers: [], contacts: [] }]
  const problems = [
    ...(number === '' ? [problem('SEM-DOCUMENT-MISSING', { at: at(1)[0]!, consignment: sequence })] : []),
    ...(weight === null && kilograms !== ''
      ? [problem('SYN-NUMBER', { at: at(6)[0]!, params: { value: kilograms }, consignment: sequence })]
      : []),
  ]
  return {
    consignment: {
      ...blankConsignment(sequence),
      reference: number || null,
      nature: 'import',
      places: { ...blankConsignment(sequence).places, loading: loading ? place(loading) : null },
      parties: [...party('consignor', consignor), ...party('consignee', consignee)],
      items: [
        {
          sequence: 0,
          description: goods || null,
          marks: null,
          hsCodes: [],
          packages: null,
          grossWeightKg: weight,
          volumeM3: null,
          dangerousGoods: [],
          stowedIn: [],
        },
      ],
      totals: { grossWeightKg: weight, packages: null, volumeM3: null },
    },
    provenance: {
      reference: at(1),
      'places.loading': at(2),
      'items.0.description': at(5),
      'totals.grossWeightKg': at(6),
    },
    problems,
    usable: number !== '',
  }
}
