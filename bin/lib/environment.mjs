/*
 * Environment of every process we start. Nothing else of ours is read from the outside.
 *
 * NODE_ENV                          production, development or test
 * LANDFALL_PROCESS                  web, worker or console
 * HOST PORT APP_URL                 where web listens, and the only source of absolute links
 * APP_KEY                           cookie and session encryption
 * LANDFALL_INSECURE_LOCAL           1: plain-http cookies allowed; set on loopback only            (web)
 * LANDFALL_INSTALLATION             demo, empty, development or test
 * LANDFALL_STORAGE_DIR              blobs, mail, secrets of this installation, absolute
 * LANDFALL_SECRETS_DIR              0700
 * LANDFALL_DB_HOST _PORT _NAME _SSL host may be a socket directory
 * LANDFALL_DB_<ROLE>_PASSWORD       APP, AUTH, QUEUE, CONTROL, SEALER, OWNER: each process gets only its own
 * LANDFALL_CONTEXT_KEY              signs the tenant context (sec.context_keys), base64, 32 bytes
 * LANDFALL_JOB_KEY                  signs job envelopes
 * LANDFALL_KEK LANDFALL_KEK_ID      wraps the master keys of the administrations
 * LANDFALL_KEK_FORMER               JSON, the former ones by id: they still open what they wrapped
 * LANDFALL_PEPPER LANDFALL_PEPPER_ID  HMAC key before scrypt                                       (web, console)
 * LANDFALL_AUDIT_KEY _ID            signs the anchors of the audit; _BEFORE, _BEFORE_ID: hands over after a rotation (worker)
 * LANDFALL_AUDIT_PUBLIC_KEYS        JSON, public halves by key id
 * REDIS_URL                         present: BullMQ on Redis; absent: on PostgreSQL
 * passed on as given                LOG_LEVEL SMTP_HOST SMTP_PORT SMTP_USERNAME SMTP_PASSWORD MAIL_FROM
 *                                   LANDFALL_PLACEMENTS (further databases that hold administrations)
 *                                   CLAMD_HOST CLAMD_PORT (a virus scanner for attached files)
 *                                   LANDFALL_EGRESS_ALLOW (addresses and networks inside that instructions may go to)
 *                                   BLOB_STORE=s3 S3_ENDPOINT S3_REGION S3_BUCKET S3_PATH_STYLE S3_KEY_ID S3_SECRET
 *
 * Any of them may be given as <NAME>_FILE: the file is read here and only its content handed on.
 */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

const PASSED_ON = [
  'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TERM', 'COLORTERM', 'FORCE_COLOR', 'NO_COLOR', 'COLUMNS', 'NODE_EXTRA_CA_CERTS',
  'LOG_LEVEL', 'SMTP_HOST', 'SMTP_PORT', 'SMTP_USERNAME', 'SMTP_PASSWORD', 'MAIL_FROM', 'REDIS_URL', 'LANDFALL_PLACEMENTS', 'DEBUG',
  'BLOB_STORE', 'S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_PATH_STYLE', 'S3_KEY_ID', 'S3_SECRET',
  'CLAMD_HOST', 'CLAMD_PORT', 'LANDFALL_EGRESS_ALLOW',
] // prettier-ignore

const ROLES_OF = {
  web: ['app', 'auth', 'queue', 'control'],
  worker: ['app', 'queue', 'control', 'sealer'],
  console: ['app', 'auth', 'queue', 'control', 'owner'],
}

/** A variable as given, or the content of the file that <NAME>_FILE names. */
export function given(name) {
  const file = process.env[`${name}_FILE`]
  return file ? readFileSync(file, 'utf8').trim() : process.env[name] || undefined
}

const present = (entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null))

/** What every child inherits: an allow-list, and our own Node first on the path. */
export const outerEnvironment = () =>
  present([
    ['PATH', `${dirname(process.execPath)}:${process.env.PATH}`],
    ['TZ', 'UTC'],
    ...PASSED_ON.map((name) => [name, given(name)]),
  ])

const formerKeys = ({ formerKeyEncryption }) => {
  const former = Object.entries(formerKeyEncryption).map(([id, key]) => [id, key.reveal()])
  return former.length > 0 ? JSON.stringify(Object.fromEntries(former)) : undefined
}

const keysFor = (component, { keys }) => {
  const reveal = (name, secret) => [name, given(name) ?? secret.reveal()]
  const shared = [
    reveal('APP_KEY', keys.appKey),
    reveal('LANDFALL_CONTEXT_KEY', keys.context),
    reveal('LANDFALL_JOB_KEY', keys.job),
    reveal('LANDFALL_KEK', keys.keyEncryption.key),
    ['LANDFALL_KEK_ID', given('LANDFALL_KEK_ID') ?? keys.keyEncryption.id],
    ['LANDFALL_KEK_FORMER', given('LANDFALL_KEK_FORMER') ?? formerKeys(keys)],
  ]
  if (component === 'worker') return shared
  return [
    ...shared,
    reveal('LANDFALL_PEPPER', keys.pepper.key),
    ['LANDFALL_PEPPER_ID', given('LANDFALL_PEPPER_ID') ?? keys.pepper.id],
  ]
}

/** The private key is the worker's alone; suites and measurements seal in their own process. */
const auditKeysFor = (component, installation, { keys }) => {
  const [current, before] = keys.toReversed()
  const signs = component === 'worker' || installation === 'test'
  return [
    ['LANDFALL_AUDIT_PUBLIC_KEYS', JSON.stringify(Object.fromEntries(keys.map(({ id, public: half }) => [id, half])))],
    ...(signs
      ? [
          ['LANDFALL_AUDIT_KEY_ID', current.id],
          ['LANDFALL_AUDIT_KEY', current.private.reveal()],
        ]
      : []),
    ...(signs && before?.private
      ? [
          ['LANDFALL_AUDIT_KEY_BEFORE_ID', before.id],
          ['LANDFALL_AUDIT_KEY_BEFORE', before.private.reveal()],
        ]
      : []),
  ]
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/**
 * @param {'web'|'worker'|'console'} component
 * @param {{ mode: string, installation: string, storage: string, secrets: object,
 *           database: { host: string, port: number, database: string, ssl: string|null },
 *           http: { host: string, port: number, url: string } }} system
 */
export function environmentFor(component, { mode, installation, storage, secrets, database, http }) {
  return present([
    ...Object.entries(outerEnvironment()),
    ['NODE_ENV', mode],
    ['LANDFALL_PROCESS', component],
    ['HOST', http.host],
    ['PORT', String(http.port)],
    ['APP_URL', http.url],
    ['LANDFALL_INSECURE_LOCAL', LOOPBACK.includes(http.host) && http.url.startsWith('http:') ? '1' : undefined],
    ['LANDFALL_INSTALLATION', installation],
    ['LANDFALL_STORAGE_DIR', storage],
    ['LANDFALL_SECRETS_DIR', secrets.directory],
    ['LANDFALL_DB_HOST', database.host],
    ['LANDFALL_DB_PORT', String(database.port)],
    ['LANDFALL_DB_NAME', database.database],
    ['LANDFALL_DB_SSL', database.ssl],
    ...[...ROLES_OF[component], ...(installation === 'test' ? ['sealer'] : [])].map((role) => [
      `LANDFALL_DB_${role.toUpperCase()}_PASSWORD`,
      secrets.passwords[role].reveal(),
    ]),
    ...keysFor(component, secrets),
    ...auditKeysFor(component, installation, secrets.audit),
  ])
}
