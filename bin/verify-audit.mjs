#!/usr/bin/env node
/**
 * Verifies an export of Landfall's audit. One file, no dependencies, Node 20 or newer; needs no Landfall.
 *
 *   node verify-audit.mjs <export.jsonl> [--anchors <anchors.jsonl>] [--fingerprint <hex>] [--json]
 *   node verify-audit.mjs --self-test
 *
 * export.jsonl   written by `./ace audit:export` or the audit's page
 * --anchors      the append-only file storage/audit/<administration>.jsonl, or your own copy of it;
 *                without it the anchors inside the export are used, which proves less
 * --fingerprint  SHA-256 of the first public key, as you noted it when the installation began
 *
 * Finds entries that were edited, deleted, reordered, inserted or cut off, also by somebody who owns
 * the database, and names the number of each. Exit code: 0 whole, 1 faults, 2 nothing to verify.
 *
 *   canonical = JCS({tenant, seq, id, at, actor, person, session, support_session, action, subject, class, data_hash, request})
 *   hash      = SHA-256(0x00 ‖ hash before ‖ canonical)
 *   day root  = Merkle tree of the hashes with SHA-256(0x01 ‖ left ‖ right), an odd one goes up
 *   anchor    = Ed25519 over "landfall/anchor/v1\n" ‖ JCS(anchor without sig)
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const ZEROS = '0'.repeat(64)
const FAULTS = {
  gap: 'is missing from the chain (deleted, or the numbers were changed)',
  entry_missing: 'is sealed, but the entry is gone (deleted)',
  altered: 'is not the entry that was sealed there (edited, reordered or inserted)',
  anchor_differs: 'is not what was anchored outside the database (the chain was rewritten)',
  cut_off:
    'and what follows is missing: an anchor outside the database says that it was sealed (truncated or restored)',
  day_differs: 'begins a day whose entries are not those that were anchored',
  unchained:
    'would be the next, and entries stand outside the chain and its queue (inserted past the database’s own trigger)',
  anchors_missing: 'stands without any anchor: nothing outside the database vouches for it',
  anchors_late: 'was there before the first anchor: the file of anchors was lost and begun anew',
  anchors_altered: 'stands at an anchor that is out of its chain (lines edited, deleted or reordered)',
  anchors_unsigned: 'stands at an anchor without the signature of the key in force',
  broken_before: 'was found missing or changed by the sealer itself, which anchored the break',
  export_cut: 'and what follows is missing from this export: the file is not whole',
  other_key: 'the key is not the one whose fingerprint was given',
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

export function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${jcs(value[name])}`).join(',')}}`
}

export const hashOf = (tenant, seq, prev, e) =>
  sha256(
    Buffer.from([0]),
    Buffer.from(prev, 'hex'),
    jcs({
      tenant,
      seq,
      id: e.id,
      at: e.at,
      actor: { kind: e.actor_kind, id: e.actor_id },
      person: e.person,
      session: e.session,
      support_session: e.support_session,
      action: e.action,
      subject: e.subject_kind === null ? null : { kind: e.subject_kind, id: e.subject_id },
      class: e.class,
      data_hash: sha256(jcs(e.data)),
      request: e.request,
    })
  )

export function rootOf(hashes) {
  let level = hashes.map((hash) => Buffer.from(hash, 'hex'))
  while (level.length > 1) {
    const up = []
    for (let i = 0; i < level.length; i += 2)
      up.push(i + 1 < level.length ? Buffer.from(sha256(Buffer.from([1]), level[i], level[i + 1]), 'hex') : level[i])
    level = up
  }
  return level.length === 0 ? ZEROS : level[0].toString('hex')
}

export const fingerprintOf = (publicKey) => sha256(Buffer.from(publicKey, 'base64'))

function signedBy(anchor, publicKey) {
  const { sig, ...body } = anchor
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(`landfall/anchor/v1\n${jcs(body)}`), key, Buffer.from(sig, 'base64'))
  } catch {
    return false
  }
}

/** Keys come from the anchors themselves: the first line names the first, each rotation, signed by the old one, the next. */
function readAnchors(lines, chain, fingerprint, fault) {
  const anchors = []
  let prev = ZEROS
  let key = { id: null, public: null }
  for (const line of lines) {
    let anchor
    try {
      anchor = JSON.parse(line)
    } catch {
      continue // torn by a crash; the next whole line names the last whole one
    }
    if (anchor.chain !== chain || anchor.n !== anchors.length + 1 || anchor.prev !== prev)
      fault(anchor.seq, 'anchors_altered')
    if (anchor.kind === 'begin') {
      key = { id: anchor.key, public: anchor.public }
      if (anchor.seq > 0) fault(anchor.seq, 'anchors_late')
      if (fingerprint && fingerprintOf(anchor.public) !== fingerprint) fault(0, 'other_key')
    }
    if (anchor.key !== key.id || !key.public || !signedBy(anchor, key.public)) fault(anchor.seq, 'anchors_unsigned')
    if (anchor.kind === 'break') fault(Math.min(anchor.seq, anchor.expected_seq), 'broken_before')
    if (anchor.kind === 'rotation') key = { id: anchor.next_key, public: anchor.next_public }
    prev = sha256(line)
    anchors.push(anchor)
  }
  return anchors
}

/** Walks the entries from the header's `prev` on and holds them against the anchors; goes on after a fault. */
function makeWalk(header, anchors, fault) {
  const heads = new Map()
  const days = new Map()
  for (const anchor of anchors) {
    heads.set(anchor.seq, [...(heads.get(anchor.seq) ?? []), anchor.head])
    if (anchor.kind === 'day') days.set(anchor.last_seq, anchor)
  }
  const walk = { seq: header.first_seq - 1, hash: header.prev, entries: 0 }
  if ((heads.get(walk.seq) ?? []).some((head) => head !== header.prev)) fault(walk.seq, 'anchor_differs')
  let day = { from: header.first_seq, hashes: [] }
  walk.step = ({ seq, hash, entry }) => {
    walk.entries++
    if (seq !== walk.seq + 1) fault(walk.seq + 1, 'gap')
    if (!entry) fault(seq, 'entry_missing')
    else if (hashOf(header.chain, seq, walk.hash, entry) !== hash) fault(seq, 'altered')
    if ((heads.get(seq) ?? []).some((head) => head !== hash)) fault(seq, 'anchor_differs')
    day.hashes.push(hash)
    const anchored = days.get(seq)
    if (anchored) {
      if (day.from === anchored.first_seq && rootOf(day.hashes) !== anchored.root)
        fault(anchored.first_seq, 'day_differs')
      day = { from: seq + 1, hashes: [] }
    }
    walk.seq = seq
    walk.hash = hash
  }
  walk.end = () => {
    const anchored = Math.max(0, ...heads.keys())
    if (header.complete && anchored > walk.seq) fault(walk.seq + 1, 'cut_off')
    if (anchors.length === 0 && walk.entries > 0) fault(header.first_seq, 'anchors_missing')
  }
  return walk
}

/** @param {AsyncIterable<string>} lines of the export @param {{ anchors?: string[], fingerprint?: string }} options */
export async function verifyExport(lines, { anchors: outside, fingerprint } = {}) {
  const faults = []
  const fault = (seq, because) => faults.push({ seq, because })
  const inside = []
  let header, walk, anchors, end
  let waiting = 0
  let astray = false
  const begin = () => {
    if (walk) return
    if (header?.format !== 'landfall-audit/1') throw new Error('This is no export of an audit.')
    anchors = readAnchors(outside ?? inside, header.chain, fingerprint, fault)
    walk = makeWalk(header, anchors, fault)
  }
  for await (const line of lines) {
    if (line.trim() === '') continue
    const record = JSON.parse(line)
    if (record.type === 'header') header = record
    else if (record.type === 'anchor') inside.push(record.line)
    else if (record.type === 'entry') (begin(), walk.step(record))
    else if (record.type === 'waiting') (waiting++, (astray ||= !record.queued))
    else if (record.type === 'end') end = record
  }
  begin()
  walk.end()
  if (astray) fault(walk.seq + 1, 'unchained')
  if (end?.entries !== walk.entries) fault(walk.seq + 1, 'export_cut')
  const first = anchors.find(({ kind }) => kind === 'begin')
  return {
    chain: header.chain,
    code: header.code,
    complete: header.complete,
    firstSeq: header.first_seq,
    lastSeq: walk.seq,
    entries: walk.entries,
    waiting,
    anchors: anchors.length,
    anchorsFrom: outside ? 'file' : 'export',
    fingerprint: first ? fingerprintOf(first.public) : null,
    faults: faults.sort((a, b) => a.seq - b.seq || (a.because < b.because ? -1 : 1)).slice(0, 100),
  }
}

function say(result) {
  const { code, chain, firstSeq, lastSeq, entries, waiting, anchors, anchorsFrom, fingerprint, faults } = result
  console.log(
    `audit of ${code} (${chain}): ${entries} entries, no. ${firstSeq} to ${lastSeq}; ${waiting} wait to be sealed`
  )
  console.log(
    `${anchors} anchors ${anchorsFrom === 'file' ? 'from the file outside the database' : 'from the export itself (weaker: give --anchors)'}`
  )
  if (fingerprint) console.log(`first signed by the key with fingerprint ${fingerprint}`)
  for (const { seq, because } of faults) console.log(`FAULT  no. ${seq} ${FAULTS[because]}`)
  if (faults.length === 100) console.log('FAULT  … the first hundred are named')
  console.log(
    faults.length === 0
      ? 'WHOLE: nothing was edited, deleted, reordered, inserted or cut off.'
      : `NOT WHOLE: first bad number ${faults[0].seq}`
  )
}

/** Frozen: a change of these values is a change of the format. */
const VECTOR = {
  entry: {
    id: '019aa000-0000-7000-8000-000000000001', at: '2026-11-22T01:02:03.000004Z', action: 'alert.dismissed', class: 'C3',
    actor_kind: 'officer', actor_id: '019aa000-0000-7000-8000-000000000002', person: null, session: 'c2Vzc2lvbg', support_session: null,
    subject_kind: 'alert', subject_id: '019aa000-0000-7000-8000-000000000003', data: { reason: 'other', n: 3, é: ['a', 'b'] }, request: 'req-1',
  },
  tenant: '019aa000-0000-7000-8000-0000000000aa',
  hash: '7e271b810c52d14f38bfe3a344c855a8ec2d8d4b41b0390ce38bf613fca1f633',
  next: '8dcd05dbf0e34b0881e28ce97e65a9b6cc2c01c629bfdeab2650c4820f14e150',
  root3: 'aab920e4802aae4acbc917b1b1dc49513aad52b05cc4ad93b031fd123a15a878',
} // prettier-ignore

export function selfTest() {
  const one = hashOf(VECTOR.tenant, 1, ZEROS, VECTOR.entry)
  const two = hashOf(VECTOR.tenant, 2, one, VECTOR.entry)
  return { hash: one, next: two, root3: rootOf([one, two, one]), frozen: VECTOR }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      anchors: { type: 'string' },
      fingerprint: { type: 'string' },
      json: { type: 'boolean', default: false },
      'self-test': { type: 'boolean', default: false },
    },
  })
  if (values['self-test']) {
    const { frozen, ...found } = selfTest()
    const same = Object.entries(found).every(([name, value]) => frozen[name] === value)
    console.log(same ? 'self-test passed' : `self-test FAILED: ${JSON.stringify(found)}`)
    return same ? 0 : 1
  }
  if (positionals.length !== 1)
    throw new Error('node verify-audit.mjs <export.jsonl> [--anchors <file>] [--fingerprint <hex>] [--json]')
  const input = positionals[0] === '-' ? process.stdin : createReadStream(positionals[0])
  const anchors =
    values.anchors &&
    readFileSync(values.anchors, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  const result = await verifyExport(createInterface({ input, crlfDelay: Infinity }), {
    ...(anchors ? { anchors } : {}),
    ...(values.fingerprint ? { fingerprint: values.fingerprint.toLowerCase() } : {}),
  })
  if (values.json) console.log(JSON.stringify(result))
  else say(result)
  return result.faults.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split(/[/\\]/).pop()))
  main().then(
    (code) => (process.exitCode = code),
    (error) => {
      console.error(error.message)
      process.exitCode = 2
    }
  )
