import { expect, test } from 'bun:test'
import { type Cidr, clientAddress, isGlobal, limitKey, normalizeAddress, parseCidr, within } from '#src/platform/address.ts'

function ranges(...texts: string[]): Cidr[] {
  return texts.map((text) => parseCidr(text)).filter((cidr) => cidr !== null)
}

test.each([
  ['1.2.3.4', '1.2.3.4'],
  [' 1.2.3.4 ', '1.2.3.4'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['::FFFF:102:304', '1.2.3.4'],
  ['0:0:0:0:0:ffff:1.2.3.4', '1.2.3.4'],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['2001:0DB8:0000:0000:0001:0000:0000:0001', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['10:0:0:5::20', '10:0:0:5::20'],
  ['64:ff9b::1.2.3.4', '64:ff9b::102:304'],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0']
])('the address %s is written %s', (given, normal) => {
  expect(normalizeAddress(given)).toBe(normal)
  expect(normalizeAddress(normal)).toBe(normal)
})

test.each([
  ...['', ' ', 'localhost', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4:80', '0x7f.1.1.1', '2130706433', '127.1', '1.2.3.4/8'],
  ...['fe80::1%eth0', '[::1]', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::', 'g::1', '12345::', ':1', '1:', '1.2.3.4::'],
  ...['::1.2.3.4:5', '１.2.3.4', `${'0'.repeat(8_000)}`]
])('%j is no address', (text) => {
  expect(normalizeAddress(text)).toBeNull()
})

test('limits count an IPv4 address alone and an IPv6 network together', () => {
  expect(limitKey('1.2.3.4')).toBe('1.2.3.4')
  expect(limitKey('::ffff:1.2.3.4')).toBe('1.2.3.4')
  expect(limitKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(limitKey('2001:db8:1:2::9')).toBe(limitKey('2001:db8:1:2:ffff::'))
  expect(limitKey('2001:db8:1:3::')).not.toBe(limitKey('2001:db8:1:2::'))
})

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['1.2.3.4', '1.2.3.4/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
  ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
  ['::1', '::1/128'],
  ['::/0', '::/0']
])('the range %s is kept as %s', (given, kept) => {
  expect(parseCidr(given)?.text).toBe(kept)
})

test.each(['', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/8/8', '10.0.0/8', '::/129', 'all', '/8', '10.0.0.0/1e1'])(
  '%j is no range',
  (text) => {
    expect(parseCidr(text)).toBeNull()
  }
)

test.each([
  ['10.0.0.0/8', '10.255.255.255', true],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['10.0.0.0/8', '::ffff:10.1.1.1', true],
  ['192.168.1.128/25', '192.168.1.127', false],
  ['0.0.0.0/0', '8.8.8.8', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['::/0', '8.8.8.8', false],
  ['::/0', '2001:db8::1', true],
  ['2001:db8::/47', '2001:db8:1:ffff::', true],
  ['2001:db8::/47', '2001:db8:2::', false],
  ['10.0.0.0/8', 'garbage', false]
])('whether %s holds %s: %p', (cidr, address, holds) => {
  expect(ranges(cidr).map((range) => within(range, address))).toEqual([holds])
})

test('nobody is asked who the client is but the socket, unless the peer is a trusted proxy', () => {
  expect(clientAddress('5.6.7.8', '1.2.3.4', [])).toBe('5.6.7.8')
  expect(clientAddress('5.6.7.8', '1.2.3.4', ranges('127.0.0.1'))).toBe('5.6.7.8')
  expect(clientAddress('::ffff:5.6.7.8', null, ranges('127.0.0.1'))).toBe('5.6.7.8')
})

test.each([
  ['what a client put before the proxy', '9.9.9.9, 1.2.3.4', '1.2.3.4'],
  ['one entry', '1.2.3.4', '1.2.3.4'],
  ['a chain of trusted proxies', '9.9.9.9, 1.2.3.4, 10.0.0.2, 10.0.0.3', '1.2.3.4'],
  ['IPv6', '2001:DB8::1', '2001:db8::1'],
  ['a mapped address', '::ffff:1.2.3.4', '1.2.3.4'],
  ['an entry with its port', '1.2.3.4:5678', '1.2.3.4'],
  ['IPv6 with its port', '[2001:db8::1]:443', '2001:db8::1'],
  ['only machines of ours: the first of them', '10.0.0.9, 10.0.0.2', '10.0.0.9'],
  ['garbage last', '1.2.3.4, garbage', '10.0.0.1'],
  ['garbage behind trusted ones', 'garbage, 10.0.0.2', '10.0.0.1'],
  ['an empty last entry', '1.2.3.4,', '10.0.0.1'],
  ['an empty first entry', ',10.0.0.2', '10.0.0.1'],
  ['only a comma', ',', '10.0.0.1'],
  ['nothing', '', '10.0.0.1'],
  ['8 kB of garbage', 'x'.repeat(8_192), '10.0.0.1'],
  ['8 kB of entries', `${'9.9.9.9, '.repeat(900)}1.2.3.4`, '1.2.3.4'],
  ['more hops than anybody has', `1.2.3.4${', 10.0.0.2'.repeat(800)}`, '10.0.0.1'],
  ['an untrusted second proxy', '1.2.3.4, 5.5.5.5', '5.5.5.5']
])('a trusted proxy names the client: %s', (_, header, client) => {
  expect(clientAddress('::ffff:10.0.0.1', header, ranges('10.0.0.0/8'))).toBe(client)
})

test.each(['8.8.8.8', '::ffff:8.8.8.8', '2408:8000::1', '223.5.5.5'])('%s is on the internet', (address) => {
  expect(isGlobal(address)).toBe(true)
})

test.each([
  ...['0.0.0.0', '10.1.1.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', 'garbage', '']
])('%j is not on the internet', (address) => {
  expect(isGlobal(address)).toBe(false)
})
