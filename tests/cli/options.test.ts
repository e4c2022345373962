import { describe, expect, test } from 'bun:test'
import { type Environment, readOptions } from '#src/cli/options.ts'
import { serveOptions } from '#src/cli/serve-options.ts'
import { configFrom, usualConfig } from '#src/platform/config.ts'
import { certificateFiles, one, other } from '#tests/support/certificate.ts'
import { refusalOf } from '#tests/support/folder.ts'

const given = (args: string[], environment: Environment = {}, words = 0) => readOptions(serveOptions, args, environment, serveOptions, words)
const config = (args: string[], environment: Environment = {}) => configFrom(given(args, environment))

test('without a word everything is as usual', () => {
  expect(config([])).toEqual(usualConfig)
})

test('an option is written with a space or a sign of equality', () => {
  expect(config(['--port', '80']).port).toBe(80)
  expect(config(['--port=80']).port).toBe(80)
  expect(config(['--public-url=https://a.example/kefu/']).publicUrl).toBe('https://a.example/kefu')
})

test('what stands in the environment counts, and the command line before it', () => {
  const environment = { KEFU_PORT: '81', KEFU_TRUSTED_PROXY: '10.0.0.0/8, 127.0.0.1', PATH: '/bin' }
  expect(config([], environment)).toMatchObject({ port: 81, trustedProxies: ['10.0.0.0/8', '127.0.0.1/32'] })
  expect(config(['--port', '82'], environment).port).toBe(82)
})

test('an option for many may be given several times', () => {
  expect(config(['--trusted-proxy', '127.0.0.1', '--trusted-proxy', '::ffff:10.1.2.3']).trustedProxies).toEqual(['127.0.0.1/32', '10.1.2.3/32'])
})

describe('refused with 78 and the very words:', () => {
  const wrong: [string[], string][] = [
    [['--prot', '80'], '--prot'],
    [['--port'], '--port'],
    [['--port', '--host'], '--port'],
    [['--port', '80', '--port', '81'], '--port'],
    [['--port', 'abc'], '"abc"'],
    [['--port', '-1'], '"-1"'],
    [['--port', '65536'], '"65536"'],
    [['--port', '8e3'], '"8e3"'],
    [['--host', 'a b'], '"a b"'],
    [['--host', ''], '""'],
    [['--public-url', 'kefu'], '"kefu"'],
    [['--public-url', 'ftp://a.example'], '"ftp://a.example"'],
    [['--public-url', 'https://u:p@a.example'], '"https://u:p@a.example"'],
    [['--public-url', 'https://a.example/?a'], '"https://a.example/?a"'],
    [['--trusted-proxy', '10.0.0.0/33'], '"10.0.0.0/33"'],
    [['--trusted-proxy', 'localhost'], '"localhost"'],
    [['--extra-host', 'a:80'], '"a:80"'],
    [['--tls-cert', 'a.pem'], '--tls-key'],
    [['--tls-cert', 'a.pem', '--tls-key', 'b.pem'], '"a.pem"'],
    [['--visitor-messages-per-minute', '0'], '"0"'],
    [['surplus'], '"surplus"']
  ]
  for (const [args, named] of wrong) {
    test(args.join(' '), () => {
      const refusal = refusalOf(() => config(args))
      expect(refusal).toStartWith('78: ')
      expect(refusal).toContain(named)
      expect(refusal).not.toContain('\n')
    })
  }

  test('a variable that no command knows', () => {
    expect(refusalOf(() => config([], { KEFU_PROT: '80' }))).toContain('KEFU_PROT')
  })

  test('a value of the environment that cannot be meant', () => {
    expect(refusalOf(() => config([], { KEFU_PORT: 'http' }))).toContain('"http"')
  })
})

test('a certificate must be a certificate, its key a key, and each other’s', () => {
  const [mine, theirs] = [certificateFiles(one), certificateFiles(other)]
  const tls = (cert: string, key: string) => ['--tls-cert', cert, '--tls-key', key]
  expect(config(tls(mine.cert, mine.key)).tls).toEqual(mine)
  expect(refusalOf(() => config(tls(mine.key, mine.cert)))).toContain('must be a readable PEM file with a certificate')
  expect(refusalOf(() => config(tls(mine.cert, mine.cert)))).toContain('must be a readable PEM file with a private key')
  expect(refusalOf(() => config(tls(mine.cert, theirs.key)))).toContain('is not the key of')
})
