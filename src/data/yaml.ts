import type { Alias, Document, Node, Pair, Scalar } from 'yaml'
import { type Span, span } from '../core/span.ts'
import type { Entry, ListValue, MapValue, Value } from '../core/value.ts'
import { crowdedAt, mostMarks } from './yaml-crowding.ts'
import { deepestYaml, yamlDepth } from './yaml-depth.ts'
import { asKey, asPlain, isEmptyOwn, isMistagged, type TagRule, withoutTag } from './yaml-tags.ts'

/** What is wrong with a YAML text. `code` is the parser's (`BAD_INDENT` …) or one of ours: `TOO_DEEP`, `TOO_LARGE`, `TOO_MANY_ALIASES`. */
export interface YamlError {
  readonly code: string
  readonly message: string
  readonly span: Span
}

export interface DuplicateEntry {
  readonly key: string
  readonly first: Span
  readonly second: Span
}

/** `root` is there whenever something could be read, even beside problems; undefined for an empty text. */
export interface YamlReading {
  readonly root: Value | undefined
  readonly problems: readonly YamlError[]
  readonly duplicates: readonly DuplicateEntry[]
}

export interface YamlReader {
  /** Reads the part of `text` that `at` covers; all spans are offsets into `text`. Never throws. */
  read(text: string, at: Span, options?: YamlOptions): YamlReading
}

export interface YamlOptions {
  /** The most that is read, in UTF-16 units. Absent: 65,536. */
  readonly length?: number
  /** Absent: tags count, and those that do not fit do not matter. */
  readonly tags?: TagRule
}

const defaultLength = 65_536
const expandedNodesLimit = 20_000

let loading: Promise<YamlReader> | undefined

/** Loads the YAML parser, once. */
export function loadYaml(): Promise<YamlReader> {
  loading ??= import('yaml').then((module) => {
    // A bundled CommonJS module arrives whole as the default export.
    const library: Library = 'default' in module ? (module.default as Library) : module
    return { read: (text, at, options = {}) => read(library, text, at, options) }
  })
  return loading
}

type Library = typeof import('yaml')

function read(library: Library, text: string, at: Span, { length = defaultLength, tags }: YamlOptions): YamlReading {
  const refusal = refuse(text, at, length)
  if (refusal !== undefined) return { root: undefined, problems: [refusal], duplicates: [] }
  const document = parse(library, text, at)
  const conversion = new Conversion(library, document, text, at, tags)
  const root = document.contents === null ? undefined : conversion.value(document.contents)
  const problems: YamlError[] = document.errors.map((error) => ({
    code: error.code,
    message: firstSentence(error.message),
    span: within(at, error.pos[0], error.pos[1]),
  }))
  problems.push(...conversion.unresolved)
  if (conversion.exhausted) problems.push(tooManyAliases(at))
  return { root, problems, duplicates: conversion.duplicates }
}

function refuse(text: string, at: Span, longest: number): YamlError | undefined {
  const length = at.end - at.start
  const head = span(at.start, Math.min(at.end, at.start + 1))
  if (length > longest) {
    return { code: 'TOO_LARGE', message: `it has ${length} characters, the limit is ${longest}`, span: head }
  }
  const deep = yamlDepth(text, at, deepestYaml)
  if (deep !== undefined) {
    return {
      code: 'TOO_DEEP',
      message: `it is nested more than ${deepestYaml} levels deep`,
      span: span(deep, deep + 1),
    }
  }
  const crowded = crowdedAt(text, at)
  if (crowded === undefined) return undefined
  const message = `it has more than ${mostMarks} tags and anchors, or mappings on one line`
  return { code: 'TOO_LARGE', message, span: span(crowded, crowded + 1) }
}

const tooManyAliases = (at: Span): YamlError => ({
  code: 'TOO_MANY_ALIASES',
  message: `its aliases expand to more than ${expandedNodesLimit} values`,
  span: span(at.start, Math.min(at.end, at.start + 1)),
})

/** The parser sees a view of the same length up to `at.end`, blank before `at.start`, so its offsets are the file's. */
function parse(library: Library, text: string, at: Span): Document {
  const view = ' '.repeat(Math.max(0, at.start - 1)) + (at.start > 0 ? '\n' : '') + text.slice(at.start, at.end)
  return library.parseDocument(view, {
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    stringKeys: false,
  })
}

/** Without where and what the parser saw, for positions are ours to tell; and who forgets a brace knows of no flow map. */
const firstSentence = (message: string): string =>
  (message.split('\n')[0] ?? message)
    .replace(/ at line \d+.*$/, '')
    .replace(/^Flow (?:map|sequence) must end with a (.)$/, 'a `$1` is missing at the end')

const within = (at: Span, start: number, end: number): Span => {
  const from = Math.min(Math.max(start, at.start), at.end)
  return span(from, Math.min(Math.max(end, from), at.end))
}

/** Nodes to values, with a budget so that aliases of aliases stay cheap. */
class Conversion {
  exhausted = false
  readonly duplicates: DuplicateEntry[] = []
  readonly unresolved: YamlError[] = []
  private budget = expandedNodesLimit
  private targets: ReadonlyMap<Node, Node> | undefined
  /** The nodes around the one that is being converted. */
  private readonly open = new Set<Node>()
  private readonly library: Library
  private readonly document: Document
  private readonly text: string
  private readonly at: Span
  private readonly tags: TagRule | undefined

  constructor(library: Library, document: Document, text: string, at: Span, tags: TagRule | undefined) {
    this.text = text
    this.library = library
    this.document = document
    this.at = at
    this.tags = tags
  }

  value(node: Node): Value {
    this.budget--
    const place = this.place(node)
    if (this.budget < 0) {
      this.exhausted = true
      return { kind: 'scalar', value: null, span: place }
    }
    if (this.library.isAlias(node)) return this.alias(node, place)
    if (this.library.isMap(node))
      return this.inside(node, () => this.map(node.items as Pair<Node, Node | null>[], place))
    if (this.library.isSeq(node)) return this.inside(node, () => this.list(node.items as (Node | null)[], place))
    if (this.library.isPair(node))
      return { kind: 'map', entries: [this.entry(node as Pair<Node, Node | null>)], span: place }
    return { kind: 'scalar', value: this.library.isScalar(node) ? this.scalar(node, place) : null, span: place }
  }

  private scalar(node: Scalar, place: Span): string | number | boolean | null {
    if (this.tags === 'hints') return withoutTag(this.document, node)
    if (this.tags === 'strict' && isMistagged(node)) {
      this.unresolved.push({ code: 'BAD_TAG', message: 'a tag does not fit its value', span: place })
    }
    return this.tags === 'strict' && isEmptyOwn(node) ? null : asPlain(node.value)
  }

  private inside(node: Node, convert: () => Value): Value {
    this.open.add(node)
    const value = convert()
    this.open.delete(node)
    return value
  }

  private alias(node: Alias, place: Span): Value {
    this.targets ??= aliasTargets(this.library, this.document)
    const target = this.targets.get(node)
    if (target !== undefined && !this.open.has(target)) return { ...this.value(target), span: place }
    // What holds itself has no end.
    if (target !== undefined) this.exhausted = true
    else this.unresolved.push({ code: 'BAD_ALIAS', message: 'an alias names no anchor', span: place })
    return { kind: 'scalar', value: null, span: place }
  }

  private list(items: readonly (Node | null)[], place: Span): ListValue {
    const values = items.map((item) => (item === null ? nothing(place.end) : this.value(item)))
    return { kind: 'list', items: values, span: place }
  }

  private map(pairs: readonly Pair<Node, Node | null>[], place: Span): MapValue {
    const entries: Entry[] = []
    const seen = new Map<string, Span>()
    for (const pair of pairs) {
      const entry = this.entry(pair)
      const first = seen.get(entry.key)
      if (first === undefined) seen.set(entry.key, entry.keySpan)
      else this.duplicates.push({ key: entry.key, first, second: entry.keySpan })
      entries.push(entry)
    }
    return { kind: 'map', entries, span: place }
  }

  private entry(pair: Pair<Node, Node | null>): Entry {
    const keySpan = this.place(pair.key)
    const key = this.key(pair.key)
    const value = pair.value === null ? nothing(keySpan.end) : this.value(pair.value)
    return { key, keySpan, value }
  }

  /** As a program in JavaScript turns whatever it is into the name of a property. */
  private key(node: Node): string {
    if (this.library.isScalar(node)) return String(node.value)
    return asKey(this.value(node))
  }

  private place(node: Node): Span {
    const range = node.range ?? [this.at.start, this.at.start, this.at.start]
    const { start, end } = within(this.at, range[0], range[1])
    // What the parser counts to a block, the line breaks behind it too, is more than was written.
    return span(start, withoutBlanks(this.text, start, end))
  }
}

/**
 * What each alias stands for: the last node of that anchor before it. The library looks through the whole document for
 * each alias anew.
 */
function aliasTargets(library: Library, document: Document): Map<Node, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Node, Node>()
  library.visit(document, {
    Node: (_key, node) => {
      if (library.isAlias(node)) {
        const target = anchors.get(node.source)
        if (target !== undefined) targets.set(node, target)
      } else if (node.anchor !== undefined && node.anchor !== '') anchors.set(node.anchor, node)
    },
  })
  return targets
}

/** Only what is blank to YAML: a no-break space at the end belongs to the value. */
function withoutBlanks(text: string, start: number, end: number): number {
  let last = end
  while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last--
  return last
}

const nothing = (offset: number): Value => ({ kind: 'scalar', value: null, span: span(offset, offset) })
