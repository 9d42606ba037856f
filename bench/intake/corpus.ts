import { HOUR, type Instant } from '#core/kernel/instant'
import { drawFullLoad, drawLane } from '#database/seeders/demo/bills'
import { planCalls } from '#database/seeders/demo/calls'
import type { Filing, PlannedCall } from '#database/seeders/demo/filing'
import { jamaicanFiler } from '#database/seeders/demo/filers'
import { writeJamaica } from '#database/seeders/demo/jamaica_writer'
import { Random } from '#database/seeders/demo/prng'

export interface Shape {
  name: string
  messages: number
  consignments: number
}

/** Originals of generic CUSCAR with invented parties and real lanes; the same seed and time give the same bytes. */
export function corpusOf(seed: number, now: Instant, shape: Shape): Uint8Array[] {
  const calls = planCalls({
    seed,
    now,
    administration: 'JM',
    consignments: 100,
    historyMonths: 1,
    historyConsignmentsPerMonth: 0,
  })
  const coming = calls.filter(({ silent, eta }) => !silent && eta > now)
  return Array.from({ length: shape.messages }, (_, at) =>
    writeJamaica(filingOf(seed, coming[at % coming.length]!, shape, at, now), at + 1)
  )
}

function filingOf(seed: number, call: PlannedCall, shape: Shape, at: number, now: Instant): Filing {
  const random = new Random(seed, 'bench', shape.name, String(at))
  const loads = Array.from({ length: shape.consignments }, (_, bill) =>
    drawFullLoad(random, call, drawLane(random, call), `${shape.name}${at}B${bill}`, null)
  )
  return {
    filedAt: now - HOUR,
    filer: jamaicanFiler(call.carrier),
    call,
    story: null,
    functionCode: '9',
    documentReference: `${call.carrier}${shape.name}${at}`,
    previousReference: null,
    direction: 'import',
    loading: loads[0]!.bill.loading,
    bills: loads.map(({ bill }) => bill),
    boxes: [...new Map(loads.flatMap(({ boxes }) => boxes).map((box) => [box.number, box])).values()],
  }
}
