import { lint } from '../../composition.ts'
import { emptyConfig } from '../../config/config.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { createMemoryFileSystem, type MemoryEntry } from '../../io/memory-fs.ts'
import type { RealFile } from './real-files.ts'
import { realFiles, spread } from './real-files.ts'
import type { Seed, SeededFiles } from './seed.ts'

export interface Mutation {
  readonly rule: string
  /** The files that it is made of. */
  readonly sources: readonly string[]
  /** The finding is there, at a place that was marked. */
  readonly isFound: boolean
  /** What the rule said instead, for a person who looks for the cause. */
  readonly found: readonly string[]
}

interface Place {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** Every rule on, whatever its preset. */
async function findings(files: SeededFiles, host: string | undefined, isRepository: boolean) {
  const fs = createMemoryFileSystem(files, '/project', isRepository)
  const request = { paths: ['.'], config: { ...emptyConfig, presets: ['all'] as const }, configFolder: fs.cwd }
  const { report } = await lint(fs, { ...request, host: host === undefined ? [] : [host] })
  return report
}

/** The files without marks, and where the marks were. */
function unmarked(files: SeededFiles): { files: Record<string, MemoryEntry>; places: Place[] } {
  const places: Place[] = []
  const plain = Object.entries(files).map(([path, entry]): [string, MemoryEntry] => {
    if (typeof entry !== 'string') return [path, entry]
    const [start, end] = [entry.indexOf('«'), entry.indexOf('»') - 1]
    if (start !== -1) places.push({ path, start, end })
    return [path, entry.replace('«', '').replace('»', '')]
  })
  return { files: Object.fromEntries(plain), places }
}

/** Rules that speak up about a file as it is: what they would say of ours may be hidden behind that. */
const known = new Map<string, Promise<ReadonlySet<string>>>()

function rulesOf({ path, text, source }: RealFile, host: string | undefined): Promise<ReadonlySet<string>> {
  const key = `${host} ${source}`
  const own =
    known.get(key) ??
    findings({ [path]: text }, host, false).then(({ diagnostics }) => new Set(diagnostics.map(({ rule }) => rule)))
  known.set(key, own)
  return own
}

/** Up to `count` mutations of the real files that can have the defect, the first ones in their order. */
export async function mutationsOf(seed: Seed, count: number, shift: number): Promise<Mutation[]> {
  const files = spread(realFiles(seed.host ?? 'claude-code'), count, shift)
  const made: Mutation[] = []
  for (const [i, file] of files.entries()) {
    if (made.length === count) break
    const other = files[(i + 1) % files.length] ?? file
    const put = seed.put(file, made.length, other)
    const busy = [...(await rulesOf(file, seed.host)), ...(await rulesOf(other, seed.host))]
    if (put === undefined || busy.includes(seed.rule)) continue
    made.push(await outcome(seed, put, [file.source, other.source]))
  }
  return made
}

async function outcome(seed: Seed, put: SeededFiles, sources: readonly string[]): Promise<Mutation> {
  const { files, places } = unmarked(put)
  const { diagnostics, texts } = await findings(files, seed.host, seed.isRepository === true)
  const own = diagnostics.filter(({ rule }) => rule === seed.rule)
  const isFound = own.some((diagnostic) => isAt(diagnostic, places.length > 0 ? places : lostCharacters(texts)))
  const found = own.map(({ path, span }) => `${path}: ${(texts.get(path) ?? '').slice(span.start, span.end)}`)
  return { rule: seed.rule, sources, isFound, found }
}

const isAt = ({ path, span }: Diagnostic, places: readonly Place[]): boolean =>
  places.some((place) => place.path === path && place.start === span.start && place.end === span.end)

/** Bytes that are no text cannot be marked: they are found where a replacement character was read. */
const lostCharacters = (texts: ReadonlyMap<string, string>): Place[] =>
  [...texts].flatMap(([path, text]) => {
    const start = text.indexOf('\ufffd')
    return start === -1 ? [] : [{ path, start, end: start + 1 }]
  })
