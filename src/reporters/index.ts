import type { Reporter } from '../core/report.ts'
import { compact } from './compact.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { createPretty } from './pretty.ts'
import { loadStyle } from './style.ts'

/** What `--format` takes, the default first. */
export const formatNames = ['pretty', 'compact', 'json', 'github'] as const

export type FormatName = (typeof formatNames)[number]

/**
 * Makes the reporter of each format; `color` as in the options that it is called with. Only colour takes time: chalk is
 * loaded then and never otherwise.
 */
export const reporters: Readonly<Record<FormatName, (color: boolean) => Promise<Reporter>>> = {
  pretty: async (color) => createPretty(await loadStyle(color)),
  compact: async () => compact,
  json: async () => json,
  github: async () => github,
}
