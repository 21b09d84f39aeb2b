import type { AST } from 'toml-eslint-parser'
import { type Span, span } from '../core/span.ts'
import type { Entry, Value } from '../core/value.ts'

/** What a TOML text holds, or what is wrong with it and where (an offset). */
export type TomlReading =
  | { readonly ok: true; readonly entries: Entry[] }
  | { readonly ok: false; readonly why: string; readonly at: number }

/** Reads the part of `text` that `content` covers; all spans are offsets into `text`. Never throws. */
export type TomlReader = (text: string, content: Span) => TomlReading

type Library = typeof import('toml-eslint-parser')

let loading: Promise<TomlReader> | undefined

/** Loads the TOML parser, once. */
export function loadToml(): Promise<TomlReader> {
  loading ??= import('toml-eslint-parser').then((module) => {
    // A bundled module arrives whole as the default export.
    const library = 'default' in module ? (module.default as Library) : module
    return (text, content) => read(library, text, content)
  })
  return loading
}

function read(library: Library, text: string, content: Span): TomlReading {
  const view = text.slice(content.start, content.end)
  try {
    const table = library.parseTOML(view, { tomlVersion: '1.1' }).body[0]
    return { ok: true, entries: new Conversion(content.start).tableEntries(table.body) }
  } catch (error) {
    const { message, index } = error as { message?: unknown; index?: unknown }
    const why = typeof message === 'string' ? message : 'it cannot be parsed'
    return { ok: false, why, at: content.start + (typeof index === 'number' ? index : 0) }
  }
}

class Conversion {
  private readonly offset: number
  private readonly places = new WeakMap<Entry[], Map<string, number>>()

  constructor(offset: number) {
    this.offset = offset
  }

  tableEntries(nodes: readonly (AST.TOMLKeyValue | AST.TOMLTable)[]): Entry[] {
    const root: Entry[] = []
    for (const node of nodes) {
      if (node.type === 'TOMLKeyValue') this.add(root, node.key.keys, this.value(node.value))
      else this.addTable(root, node)
    }
    return root
  }

  private addTable(root: Entry[], table: AST.TOMLTable): void {
    const entries = this.tableEntries(table.body)
    const place = this.place(table)
    const map: Value = { kind: 'map', entries, span: place }
    if (table.kind === 'standard') this.add(root, table.key.keys, map)
    else this.add(root, table.key.keys, { kind: 'list', items: [map], span: place })
  }

  /** Puts a value below its key's path; what stands there already is one mapping, or one list, with it. */
  private add(entries: Entry[], keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[], value: Value): void {
    const [first, ...rest] = keys
    if (first === undefined) return
    const key = first.type === 'TOMLBare' ? first.name : first.value
    const keySpan = this.place(first)
    const below: Entry[] = []
    if (rest.length > 0) this.add(below, rest, value)
    const own: Value = rest.length > 0 ? { kind: 'map', entries: below, span: value.span } : value
    const places = this.placesIn(entries)
    const at = places.get(key) ?? -1
    const known = entries[at]
    if (known !== undefined) entries[at] = { ...known, value: together(known.value, own) }
    else places.set(key, entries.push({ key, keySpan, value: own }) - 1)
  }

  /** Where each key stands in a list of entries: a file may have ten thousand of them. */
  private placesIn(entries: Entry[]): Map<string, number> {
    const known = this.places.get(entries)
    if (known !== undefined) return known
    const places = new Map<string, number>()
    this.places.set(entries, places)
    return places
  }

  private value(node: AST.TOMLContentNode): Value {
    const place = this.place(node)
    if (node.type === 'TOMLArray')
      return { kind: 'list', items: node.elements.map((item) => this.value(item)), span: place }
    if (node.type === 'TOMLInlineTable') return { kind: 'map', entries: this.tableEntries(node.body), span: place }
    if (node.kind === 'string' || node.kind === 'boolean') return { kind: 'scalar', value: node.value, span: place }
    if (node.kind === 'integer' || node.kind === 'float')
      return { kind: 'scalar', value: Number(node.number), span: place }
    return { kind: 'scalar', value: node.datetime, span: place }
  }

  private place({ range }: { readonly range: readonly [number, number] }): Span {
    return span(this.offset + range[0], this.offset + range[1])
  }
}

/** Two parts of one table, or of one list of tables; a table below a list belongs to its last item. */
function together(first: Value, second: Value): Value {
  if (first.kind === 'list' && second.kind === 'list') return { ...first, items: [...first.items, ...second.items] }
  if (first.kind === 'list') {
    const last = first.items.at(-1)
    return last === undefined ? first : { ...first, items: [...first.items.slice(0, -1), together(last, second)] }
  }
  if (first.kind !== 'map' || second.kind !== 'map') return second
  const entries = [...first.entries]
  for (const entry of second.entries) {
    const at = entries.findIndex(({ key }) => key === entry.key)
    const known = entries[at]
    if (known === undefined) entries.push(entry)
    else entries[at] = { ...known, value: together(known.value, entry.value) }
  }
  return { ...first, entries }
}
