import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * Does work in one transaction and ends only when the database said that it is committed.
 *
 * The library's own `client.transaction(work)` does not: knex keeps a failed COMMIT to
 * `executionPromise` and answers `commit()` as if nothing had happened, so that a database that
 * went away in that moment, or a deferred constraint, passed for success and a receipt was given
 * for a message that was not there.
 */
export async function inTransaction<T>(
  client: QueryClientContract,
  work: (transaction: TransactionClientContract) => Promise<T>
): Promise<T> {
  const transaction = await client.transaction()
  try {
    const result = await work(transaction)
    if (!transaction.isCompleted) await transaction.commit()
    await transaction.knexClient.executionPromise
    return result
  } catch (error) {
    if (!transaction.isCompleted) await transaction.rollback()
    throw error
  }
}
