import { createServer } from 'node:net'

const NEIGHBOURS = 20

const listenable = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' ? port : null))
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address()
      server.close(() => resolve(bound))
    })
  })

/** Free only if nobody answers on the other loopback address either: "localhost" may mean both. */
async function isFree(port, host) {
  if ((await listenable(port, host)) === null) return false
  return host === '127.0.0.1' ? (await listenable(port, '::1')) !== null : true
}

/** Any free port of the machine. */
export const anyPort = () => listenable(0, '127.0.0.1')

/** The wanted port, else the next free one, else any. */
export async function freePort(wanted, host) {
  for (let port = wanted; port < Math.min(wanted + NEIGHBOURS, 65_536); port++)
    if (await isFree(port, host)) return port
  return anyPort()
}
