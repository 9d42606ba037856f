import pg from 'pg'
import logger from '@adonisjs/core/services/logger'
import { mainDatabase, placementAddresses } from '#platform/database/connections'
import env from '#start/env'
import { LIVE_CHANNEL } from './notify.js'

export interface LiveEvent {
  /** Administration; absent for what concerns a session. */
  a?: string
  kind: string
  id: string
}
type Hear = (event: LiveEvent) => void

const hearers = new Set<Hear>()
let started: pg.Client[] | undefined
const RETRY_MS = 1_000

/** Hears what is notified in any database of the installation; returns how to stop. */
export function hear(hearer: Hear): () => void {
  hearers.add(hearer)
  if (!started) {
    started = []
    for (const address of [mainDatabase(), ...Object.values(placementAddresses())]) void connect(address)
  }
  return () => hearers.delete(hearer)
}

export async function stopHearing(): Promise<void> {
  const clients = started ?? []
  started = undefined
  await Promise.all(clients.map((client) => client.end().catch(() => {})))
}

async function connect(address: ReturnType<typeof mainDatabase>): Promise<void> {
  if (!started) return
  const client = new pg.Client({
    ...address,
    user: 'landfall_queue',
    password: env.get('LANDFALL_DB_QUEUE_PASSWORD'),
    keepAlive: true,
  })
  let lost = false
  const again = () => {
    if (lost) return
    lost = true
    if (started) started = started.filter((each) => each !== client)
    setTimeout(() => void connect(address), RETRY_MS).unref()
  }
  client.on('error', again)
  client.on('end', again)
  client.on('notification', ({ payload }) => {
    const event = parse(payload)
    if (event) for (const hearer of hearers) hearer(event)
  })
  try {
    await client.connect()
    await client.query(`listen ${LIVE_CHANNEL}`)
    started.push(client)
  } catch (error) {
    logger.warn({ err: error }, 'live updates: no connection, trying again')
    again()
  }
}

function parse(payload: string | undefined): LiveEvent | null {
  try {
    const event = JSON.parse(payload ?? '') as LiveEvent
    return typeof event.kind === 'string' && typeof event.id === 'string' ? event : null
  } catch {
    return null
  }
}
