/** An element as a parser gives it to a program: `text` is what stands directly in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const token = /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/y

/**
 * Reads the part of XML 1.0 that a report needs, strictly: elements, attributes in double quotes, and the predefined
 * entities. Throws for everything else, comments, CDATA, a DOCTYPE and forbidden characters among it.
 */
export function readXml(document: string): XmlElement {
  if (!document.startsWith(declaration)) throw new Error('no declaration')
  const bad = forbidden.exec(document)
  if (bad !== null) throw new Error(`U+${bad[0].codePointAt(0)?.toString(16)} is not allowed in XML`)
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [top]
  token.lastIndex = declaration.length
  while (token.lastIndex < document.length) {
    const at = token.lastIndex
    const match = token.exec(document)
    if (match === null) throw new Error(`cannot be read: ${document.slice(at, at + 60)}`)
    take(match, open)
  }
  const [root] = top.children
  if (open.length !== 1 || root === undefined || top.children.length !== 1) throw new Error('not one element')
  return root
}

function take([, closed, opened, attributes = '', slash, text]: RegExpExecArray, open: Open[]): void {
  const parent = open.at(-1)
  if (parent === undefined) throw new Error('something stands behind the end')
  if (text !== undefined) parent.text += decode(text)
  else if (opened !== undefined) {
    const element = { name: opened, attributes: readAttributes(attributes), children: [], text: '' }
    parent.children.push(element)
    if (slash === '') open.push(element)
  } else {
    if (parent.name !== closed) throw new Error(`</${closed}> closes ${parent.name}`)
    open.pop()
  }
}

/** Line breaks and tabs in an attribute reach a program as blanks. */
const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decode(value.replaceAll(/[\t\n\r]/g, ' ')),
    ]),
  )

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const character = whole.endsWith(';') ? entities[name] : undefined
    if (character === undefined) throw new Error(`${whole} is no entity`)
    return character
  })
}
