import type { Instant } from '#core/kernel/instant'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import type { StoredBlob } from '#platform/blobs/blob_store'
import { uuidv7 } from '#platform/database/uuid'
import { reportFault, reportWorking } from '#platform/faults/report_fault'
import { notifyLive } from '#platform/live/notify'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { boundedBytes, TooManyBytes } from '../bounded_bytes.js'
import { shownFileName } from '../file_name.js'
import { MAX_BYTES } from '../limits.js'
import { receiptNumber } from '../receipt_number.js'

export interface IncomingMessage {
  bytes: AsyncIterable<Uint8Array>
  channel: 'upload' | 'api' | 'console'
  filename: string | null
  /** Filer the channel is bound to; `null` when the message itself says who sends it. */
  senderId: string | null
  /** Officer or token. */
  submittedBy: string | null
  /** When it was filed; now unless it was handed over earlier. */
  filedAt?: Instant
  /** Registered and counted, never alerted. */
  historical?: boolean
  /** What the machine promised to send once. */
  idempotency?: { tokenId: string; key: string }
}

export interface Receipt {
  id: string
  receipt: string
  receivedAt: Date
  /** The same bytes came before: this is the first receipt, and nothing was stored twice. */
  duplicate: boolean
}

export type NotReceived = 'too_large' | 'empty' | 'idempotency_conflict'

/**
 * Takes bytes in. When it answers with a receipt, they are durable and waiting to be read; whoever
 * got none sends again.
 */
export async function receiveMessage(incoming: IncomingMessage): Promise<Result<Receipt, NotReceived>> {
  try {
    const received = await receive(incoming)
    if (received.ok) await reportWorking()
    return received
  } catch (error) {
    await reportFault(error)
    throw error
  }
}

async function receive(incoming: IncomingMessage): Promise<Result<Receipt, NotReceived>> {
  const stored = await store(incoming.bytes)
  if (!stored.ok) return stored
  return unitOfWork(async () => {
    const promised = incoming.idempotency ? await promisedBefore(incoming.idempotency) : null
    if (promised && promised.sha256 !== stored.value.sha256) return err('idempotency_conflict')
    const receipt = promised
      ? await receiptOf(promised.received_message_id)
      : await registerOnce(incoming, stored.value)
    await recordAction({
      action: 'message.received',
      subject: { kind: 'message', id: receipt.id },
      data: {
        channel: incoming.channel,
        bytes: stored.value.size,
        sha256: stored.value.sha256,
        again: receipt.duplicate,
      },
    })
    return ok(receipt)
  })
}

async function registerOnce(incoming: IncomingMessage, stored: StoredBlob): Promise<Receipt> {
  const id = uuidv7()
  const receipt = (await isFirst(stored.sha256, id))
    ? await register(id, incoming, stored)
    : await repeated(stored.sha256)
  if (incoming.idempotency) await remember(incoming.idempotency, stored.sha256, receipt.id)
  return receipt
}

async function store(bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredBlob, 'too_large' | 'empty'>> {
  try {
    const stored = await blobs.put(tenancy.current().administration.id, boundedBytes(bytes, MAX_BYTES))
    return stored.size === 0 ? err('empty') : ok(stored)
  } catch (error) {
    if (error instanceof TooManyBytes) return err('too_large')
    throw error
  }
}

/** Of two at the same moment one is the first; the other waits here and finds it. */
async function isFirst(sha256: string, id: string): Promise<boolean> {
  const inserted = await execute(
    `insert into tenant.received_message_keys (tenant_id, sha256, received_message_id) values (?::uuid, ?, ?::uuid) on conflict do nothing`,
    [tenancy.current().administration.id, sha256, id]
  )
  return inserted === 1
}

async function register(id: string, incoming: IncomingMessage, stored: StoredBlob): Promise<Receipt> {
  const { administration } = tenancy.current()
  const receivedAt = new Date()
  const receipt = receiptNumber(administration.code, receivedAt, id)
  await execute(
    `insert into tenant.received_messages (tenant_id, id, receipt, channel, sender_id, submitted_by, filename, received_at, filed_at,
       filed_at_given, historical, blob, size_bytes, sha256)
     values (?::uuid, ?::uuid, ?, ?, ?::uuid, ?::uuid, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?, ?)`,
    [
      administration.id,
      id,
      receipt,
      incoming.channel,
      incoming.senderId,
      incoming.submittedBy,
      shownFileName(incoming.filename),
      receivedAt,
      incoming.filedAt === undefined ? receivedAt : new Date(incoming.filedAt),
      incoming.filedAt !== undefined,
      incoming.historical ?? false,
      stored.address,
      stored.size,
      stored.sha256,
    ]
  )
  await ring('intake')
  await notifyLive('message:received', id)
  return { id, receipt, receivedAt, duplicate: false }
}

async function repeated(sha256: string): Promise<Receipt> {
  const first = await firstRow<{ id: string }>(
    `update tenant.received_message_keys set duplicates = duplicates + 1, last_duplicate_at = now()
      where sha256 = ? returning received_message_id as id`,
    [sha256]
  )
  return receiptOf(first!.id)
}

async function receiptOf(id: string): Promise<Receipt> {
  const first = await firstRow<Omit<Receipt, 'duplicate'>>(
    `select id, receipt, received_at as "receivedAt" from tenant.received_messages where id = ?::uuid`,
    [id]
  )
  return { ...first!, duplicate: true }
}

type Promised = { tokenId: string; key: string }

async function promisedBefore({ tokenId, key }: Promised) {
  return firstRow<{ sha256: string; received_message_id: string }>(
    `select sha256, received_message_id from tenant.idempotency_keys where token_id = ?::uuid and key = ?`,
    [tokenId, key]
  )
}

async function remember({ tokenId, key }: Promised, sha256: string, id: string): Promise<void> {
  await execute(
    `insert into tenant.idempotency_keys (tenant_id, token_id, key, sha256, received_message_id)
     values (?::uuid, ?::uuid, ?, ?, ?::uuid) on conflict do nothing`,
    [tenancy.current().administration.id, tokenId, key, sha256, id]
  )
}
