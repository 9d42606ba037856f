/**
 * What the rooms say to each other. A room adds its events by declaration merging; the payload
 * holds ids, never rows.
 * @public
 */
export interface RoomEvents {}

type Listener<E extends keyof RoomEvents> = (payload: RoomEvents[E]) => Promise<void>
const listeners: { [E in keyof RoomEvents]?: Listener<E>[] } = {}

/** Rooms subscribe in `start/events.ts`, so that nobody imports a later room. */
export function listen<E extends keyof RoomEvents>(event: E, listener: Listener<E>): void {
  const list = (listeners[event] ??= []) as Listener<E>[]
  list.push(listener)
}

/**
 * Tells the other rooms inside the current unit of work: listeners only write rows and ring
 * doorbells, so what was said is as durable as what happened, and nothing is said of what was
 * rolled back.
 */
export async function announce<E extends keyof RoomEvents>(event: E, payload: RoomEvents[E]): Promise<void> {
  for (const listener of (listeners[event] ?? []) as Listener<E>[]) await listener(payload)
}
