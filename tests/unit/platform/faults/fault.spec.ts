import { test } from '@japa/runner'
import { faultOf, type Fault } from '#platform/faults/fault'

const failure = (code: string | undefined, message = '') => Object.assign(new Error(message), { code })

const CASES: readonly (readonly [string, Error, Fault | null])[] = [
  ['a full disk under the database', failure('53100', 'could not extend file'), 'database_full'],
  [
    'a file-size limit under the database',
    failure('XX000', 'could not extend file "base/1/2": File too large'),
    'database_full',
  ],
  ['a server that shuts down', failure('57P01'), 'database_away'],
  ['a server that starts', failure('57P03', 'the database system is starting up'), 'database_away'],
  ['a server that became a standby', failure('25006'), 'database_away'],
  ['an input or output error', failure('58030'), 'database_away'],
  ['a connection nobody answers', failure('ECONNREFUSED'), 'database_away'],
  ['a socket that is gone', failure('ENOENT', 'connect ENOENT /run/.s.PGSQL.5432'), 'database_away'],
  ['a connection that broke', failure(undefined, 'Connection terminated unexpectedly'), 'database_away'],
  ['a client that was closed', failure(undefined, 'Client was closed and is not queryable'), 'database_away'],
  ['a full store', failure('E_STORE_FULL'), 'store_full'],
  ['a store that is away', failure('E_STORE_AWAY'), 'store_away'],
  ['a sender that hung up', failure('ECONNRESET', 'aborted'), null],
  ['a row that is refused', failure('23505', 'duplicate key'), null],
  ['an internal error of the server', failure('XX000', 'cache lookup failed'), null],
  ['a lost blob', failure('E_BLOB_MISSING'), null],
  ['a mistake of ours', new TypeError('undefined is not a function'), null],
]

test.group('Faults', () => {
  test('{0}')
    .with(CASES.map(([name, error, fault]) => ({ 0: name, error, fault })))
    .run(({ assert }, { error, fault }) => {
      assert.equal(faultOf(error), fault)
    })

  test('nothing at all is no fault', ({ assert }) => {
    for (const nothing of [null, undefined, 'text', 7]) assert.isNull(faultOf(nothing))
  })
})
