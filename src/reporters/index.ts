import type { Reporter } from '../core/report.ts'
import { createPretty } from './pretty.ts'
import { loadStyle } from './style.ts'

/** What `--format` takes, the default first. */
export const formatNames = ['pretty', 'compact', 'json', 'github'] as const

export type FormatName = (typeof formatNames)[number]

/** Makes the reporter of each format; `color` as in the options that it is called with. What is not asked for is not loaded. */
export const reporters: Readonly<Record<FormatName, (color: boolean) => Promise<Reporter>>> = {
  pretty: async (color) => createPretty(await loadStyle(color)),
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
}
