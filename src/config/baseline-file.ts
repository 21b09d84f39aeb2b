import type { BaselineEntry } from '../core/baseline.ts'

const version = 1

export type BaselineRead =
  | { readonly ok: true; readonly entries: readonly BaselineEntry[] }
  | { readonly ok: false; readonly why: string }

/** Reads what `formatBaseline` wrote, however it was laid out since. An entry that stands there twice counts once. */
export function parseBaseline(text: string): BaselineRead {
  const root = parseJson(text)
  if (!isRecord(root) || !Array.isArray(root.findings)) {
    return {
      ok: false,
      why: 'it is not JSON with a list of `findings`; after a merge, conflict marks may be left in it',
    }
  }
  if (root.version !== version) return { ok: false, why: `it is of another version than ${version}` }
  const entries = root.findings.map(toEntry)
  const wrong = entries.indexOf(undefined)
  if (wrong !== -1)
    return { ok: false, why: `its finding ${wrong + 1} lacks \`rule\`, \`agents\`, \`value\` or \`count\`` }
  return { ok: true, entries: sortEntries(entries.filter((entry) => entry !== undefined)) }
}

/** What can be read of a file that a merge left broken: the lines that are entries, of both sides. */
export function salvageBaseline(text: string): BaselineEntry[] {
  const entries = text.split('\n').map((line) => toEntry(parseJson(line.trim().replace(/,$/, ''))))
  return sortEntries(entries.filter((entry) => entry !== undefined))
}

/** One entry a line, sorted, so that two branches rarely change the same lines. Nothing in it depends on line numbers. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sortEntries(entries).map(formatEntry)
  return `{\n"version": ${version},\n"findings": [\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}]\n}\n`
}

/** The line of an entry, without its comma. Characters that cannot be seen, or are no ASCII, are escaped. */
export const formatEntry = ({ rule, agents, value, count }: BaselineEntry): string =>
  JSON.stringify({ rule, agents, value, count }).replaceAll(/[^\x20-\x7e]/g, escapeUnit)

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Entries of the same finding are told from others by this. */
export const entryKey = ({ rule, agents, value }: Omit<BaselineEntry, 'count'>): string =>
  JSON.stringify([rule, agents, value])

function sortEntries(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>()
  for (const entry of entries) {
    const key = entryKey(entry)
    if ((byKey.get(key)?.count ?? 0) < entry.count) byKey.set(key, entry)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toEntry(found: unknown): BaselineEntry | undefined {
  if (!isRecord(found)) return undefined
  const { rule, agents, value, count } = found
  const isEntry = typeof rule === 'string' && typeof value === 'string' && Number.isInteger(count) && Number(count) > 0
  if (!isEntry || !Array.isArray(agents) || !agents.every((agent) => typeof agent === 'string')) return undefined
  return { rule, agents: agents.toSorted(), value, count: Number(count) }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
