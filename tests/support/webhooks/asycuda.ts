import { Receiver } from './receiver.js'

interface Declared {
  number: string
  bill: string
  color?: string
  status?: string
  hs?: string
  importer?: string
}

/** One declaration as the national system writes it. `number` empty: registered without one. */
export const declarationXml = ({
  number,
  bill,
  color = 'GREEN',
  status,
  hs = '61091000',
  importer,
}: Declared): string =>
  `<ASYCUDA>
  <Identification>
    <Office_segment><Customs_clearance_office_code>JMKCT</Customs_clearance_office_code></Office_segment>
    <Type><Type_of_declaration>IM</Type_of_declaration><Declaration_gen_procedure_code>4</Declaration_gen_procedure_code></Type>
    <Registration><Serial_number>C</Serial_number>${number ? `<Number>${number}</Number>` : ''}<Date>2026-11-20</Date></Registration>
    ${status ? `<Status>${status}</Status>` : ''}
  </Identification>
  <Selectivity><Color>${color}</Color></Selectivity>
  <Traders><Consignee><Consignee_code>101234567</Consignee_code><Consignee_name>${importer ?? 'BLUE HILLS OUTFITTERS LTD'}</Consignee_name></Consignee></Traders>
  <Item>
    <Tarification><HScode><Commodity_code>${hs}</Commodity_code></HScode></Tarification>
    <Previous_doc><Summary_declaration>${bill}</Summary_declaration></Previous_doc>
    <Valuation_item><Item_Invoice><Amount_foreign_currency>9450.00</Amount_foreign_currency><Currency_code>USD</Currency_code></Item_Invoice></Valuation_item>
  </Item>
</ASYCUDA>
`

type Records = 'declarations' | 'permits' | 'examinations'
interface Answer {
  status: number
  body: { id: string; duplicate: boolean }
}

/** A notice as the national system keeps it: what it found in the XML, by its own small reading. */
export interface Notice {
  act: string
  color: string | null
  bills: string[]
  declarations: string[]
  xml: string
}

/**
 * A national system, written from docs/guides/a_national_system.md and not from our code: it listens on a port of its own,
 * checks signatures, fetches what it is told of with its token, answers it, and sends its declarations over HTTP.
 */
export class NationalSystem extends Receiver {
  token = ''
  readonly notices: Notice[] = []

  constructor(private readonly landfall: string) {
    super()
  }

  /** Sends declarations; the key makes the same sending again harmless. */
  declare(xml: string, key?: string): Promise<Answer> {
    return this.tell('declarations', xml, key)
  }

  /** Sends records of a kind. */
  async tell(records: Records, xml: string, key?: string): Promise<Answer> {
    const answer = await fetch(`${this.landfall}/api/v1/${records}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/xml',
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: xml,
    })
    return { status: answer.status, body: (await answer.json()) as Answer['body'] }
  }

  async stateOf(
    id: string,
    records: Records = 'declarations'
  ): Promise<{ status: number; state: string; problems: { code: string; line: number }[] }> {
    const answer = await fetch(`${this.landfall}/api/v1/${records}/${id}`, {
      headers: { authorization: `Bearer ${this.token}` },
    })
    const body = (await answer.json()) as { state: string; problems: { code: string; line: number }[] }
    return { ...body, status: answer.status }
  }

  /** Reads what it was told last, and says that it did it. */
  async carryOut(): Promise<Notice> {
    const told = JSON.parse(this.heard.at(-1)!.body) as { data: { instruction: string } }
    const address = `${this.landfall}/api/v1/instructions/${told.data.instruction}`
    const authorization = `Bearer ${this.token}`
    const answer = await fetch(address, {
      headers: { authorization, accept: 'application/vnd.landfall.asycuda-selectivity+xml, application/json' },
    })
    const xml = await answer.text()
    const all = (name: string) =>
      [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text!)
    const notice = {
      act: all('Act')[0]!,
      color: all('Color')[0] ?? null,
      bills: all('Summary_declaration'),
      declarations: all('Declaration'),
      xml,
    }
    this.notices.push(notice)
    const done = await fetch(`${address}/acknowledgement`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: 'acknowledged' }),
    })
    if (done.status !== 200) throw new Error(`not acknowledged: ${done.status}`)
    return notice
  }
}
