import type { Config } from '#src/platform/config.ts'
import type { Core } from '#src/storage/index.ts'

/** The appliance put together, without a port: what doors, sockets and reactions are given. */
export type House = {
  core: Core
  config: Config
}
