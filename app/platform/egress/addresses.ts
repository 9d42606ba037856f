import { BlockList, isIP, isIPv4 } from 'node:net'
import { Exception } from '@adonisjs/core/exceptions'

/**
 * What is not on the public internet, by the special-purpose registries of IANA (RFC 6890): this machine,
 * private networks, link-local (cloud metadata among them), carrier-grade NAT, documentation, multicast.
 */
const DENIED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]
/** Of IPv6 only global unicast is public, without what carries another address inside: Teredo, 6to4, documentation. */
const GLOBAL_6 = ['2000::/3']
const DENIED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const denied = listOf([...DENIED_4, ...DENIED_6])
const global6 = listOf(GLOBAL_6)

/** Whether an address may be spoken to: a public one, or one of the operator's own list. */
export function isReachable(address: string, allowed: BlockList): boolean {
  const plain = unmapped(address)
  if (isIP(plain) === 0) return false
  if (isListed(plain, allowed)) return true
  if (isIPv4(plain)) return !denied.check(plain, 'ipv4')
  return global6.check(plain, 'ipv6') && !denied.check(plain, 'ipv6')
}

/** Whether an address stands in a list, also where it was written as IPv4 inside IPv6. */
export function isListed(address: string, list: BlockList): boolean {
  const plain = unmapped(address)
  const version = isIP(plain)
  return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * The operator's list (`LANDFALL_EGRESS_ALLOW`): addresses and networks, separated by commas or blanks.
 * @throws E_EGRESS_SETTINGS for an entry that is neither
 */
export const allowedAddresses = (text: string | undefined): BlockList =>
  listOf((text ?? '').split(/[\s,]+/).filter((entry) => entry !== ''))

function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', length] = entry.split('/')
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const bits = length === undefined ? most : Number(length)
    if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > most || length === '')
      throw new Exception(`LANDFALL_EGRESS_ALLOW: ${entry} is no address and no network`, {
        code: 'E_EGRESS_SETTINGS',
        status: 500,
      })
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

/** `::ffff:10.0.0.1`, `::ffff:a00:1` → `10.0.0.1`; a zone (`fe80::1%eth0`) is cut off. */
function unmapped(address: string): string {
  const plain = address.split('%')[0]!
  const [, dotted] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? []
  if (dotted) return dotted
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(plain) ?? []
  if (high === undefined || low === undefined) return plain
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.')
}
