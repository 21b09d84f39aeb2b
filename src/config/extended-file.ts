import { quote } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import type { Span } from '../core/span.ts'
import { entryOf, type MapValue, type Value } from '../core/value.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, folderOf, relativePath } from '../io/paths.ts'
import { didYouMean, type Mistake } from './mistake.ts'
import { isPreset, presetNames } from './presets.ts'

/** What is written in `extends`, preset or file. */
export interface Extended {
  readonly name: string
  readonly span: Span
}

/** The entries of `extends`: a text, or a list of texts. */
export function extendedOf(root: MapValue): Extended[] {
  const value = entryOf(root.entries, 'extends')?.value
  const items: readonly Value[] = value?.kind === 'list' ? value.items : value === undefined ? [] : [value]
  return items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ name: item.value, span: item.span }] : [],
  )
}

/** A file to be read; undefined for a preset. */
export type Resolution = { readonly path: string } | Mistake | undefined

/** The file that an entry of `extends` means. `from` (absolute) is the file that it stands in, `top` what it must lie below. */
export function resolveExtended(fs: FileSystem, { name, span }: Extended, from: string, top: string): Resolution {
  const mistake = (message: string, help?: string): Mistake => ({ span, message, help })
  if (isPreset(name)) return undefined
  if (/^[\w+.-]{2,}:/.test(name)) return mistake(`${quote(name)} is an address, and nothing is fetched`, sayFiles)
  if (!/[/\\]|\.\w+$/.test(name)) {
    const help = didYouMean(nearest(name, presetNames)) ?? `the presets are ${presetNames.join(', ')}; ${sayFiles}`
    return mistake(`there is no preset ${quote(name)}`, help)
  }
  if (/^(?:\/|\\|~|[A-Za-z]:)/.test(name)) return mistake(`${quote(name)} is the path of one machine`, sayFiles)
  if (!/\.(?:jsonc?|ya?ml)$/.test(name)) {
    return mistake(`${quote(name)} is not read: configuration is data, in JSON, JSONC or YAML`, sayFiles)
  }
  const path = absolutePath(folderOf(from), name.replaceAll('\\', '/'))
  return isBelow(top, path) ? existing(fs, path, top, mistake) : mistake(`${quote(name)} lies outside of ${quote(top)}`)
}

const sayFiles = 'a file is written with its path from here: `./shared/agent-lint.json`'

function existing(fs: FileSystem, path: string, top: string, mistake: (message: string) => Mistake): Resolution {
  const real = fs.realPath(path)
  if (real === undefined || fs.kindOf(path) !== 'file') return mistake(`there is no file ${quote(shownPath(fs, path))}`)
  // A link may lead anywhere; what is read must lie inside all the same.
  return isBelow(fs.realPath(top) ?? top, real)
    ? { path }
    : mistake(`${quote(shownPath(fs, path))} is a link that leads out of ${quote(top)}`)
}

const isBelow = (folder: string, path: string): boolean => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** A path as people read it: from the current directory where it lies below. */
export function shownPath(fs: FileSystem, path: string): string {
  const relative = relativePath(fs.cwd, path)
  return relative.startsWith('../') ? path : relative
}
