import { execute, firstRow } from '#platform/tenancy/database'

/**
 * Holds a list until the unit ends, if it still is the edition that the author saw: of two who
 * change it at once, the second gets false.
 */
export async function holdWatchList(id: string, seen: number): Promise<boolean> {
  const held = await firstRow(
    `select id from tenant.watch_lists where id = ? and edition = ? and state = 'live' for update`,
    [id, seen]
  )
  return held !== null
}

/** The next edition of a list that is held. */
export async function raiseEdition(id: string): Promise<void> {
  await execute(`update tenant.watch_lists set edition = edition + 1 where id = ?`, [id])
}
