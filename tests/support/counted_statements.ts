import pg from 'pg'

/** What this process sends to the database while it does some work: the texts, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const { prototype } = pg.Client
  const query = prototype.query
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }]
    sent.push(typeof first === 'string' ? first : (first?.text ?? ''))
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return sent
}
