import { safeText } from './safe-text.ts'

/** What stands in an element: further elements, or a text. */
export type XmlContent = readonly string[] | string

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * A text as XML 1.0 allows it. Controls, lone surrogates and U+FFFE have no way to be written there at all, so they are
 * spelled out first, as in every format for people (`\u{1B}`).
 */
export const xmlText = (text: string): string =>
  safeText(text).replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)

/**
 * An element, with a line for each element in it. Attributes that are undefined are left out; texts are made safe and
 * escaped, elements are taken as they are.
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: XmlContent = [],
): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  )
  const open = `<${name}${list.join('')}`
  if (content.length === 0) return `${open}/>`
  if (typeof content === 'string') return `${open}>${content}</${name}>`
  return `${open}>\n${content.join('\n')}\n</${name}>`
}

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
