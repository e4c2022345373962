import { type Option, variableOf } from './options.ts'

export const dataOption: Option = { name: 'data', value: 'FOLDER', says: 'Folder of kefu.db and what lies beside it (./data)' }

/** What `kefu serve` and everything that looks at the same set-up may be told. */
export const serveOptions: readonly Option[] = [
  { name: 'host', value: 'ADDRESS', says: 'Address to listen on (0.0.0.0)' },
  { name: 'port', value: 'NUMBER', says: 'Port to listen on (8080); 0 takes a free one' },
  dataOption,
  { name: 'public-url', value: 'URL', says: 'Address that people open, when it is not the one chosen at set-up' },
  { name: 'trusted-proxy', value: 'CIDR', says: 'Proxy whose X-Forwarded-For is believed; may be given several times', many: true },
  { name: 'extra-host', value: 'NAME', says: 'Another host name that is ours; may be given several times', many: true },
  { name: 'tls-cert', value: 'FILE', says: 'Certificate (PEM), to serve https without a proxy' },
  { name: 'tls-key', value: 'FILE', says: 'Its private key (PEM)' },
  { name: 'visitor-messages-per-minute', value: 'NUMBER', says: 'Messages that one visitor may send (60)' }
]

/** The same for readers: with the variable that stands for each. */
export const describedOptions = serveOptions.map(({ name, value, says }) => ({ name, value, says, variable: variableOf(name) }))
