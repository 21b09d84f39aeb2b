import credentials from '../../schemas/credentials.json'
import accounts from '../../schemas/vocabulary/accounts.json'
import directives from '../../schemas/vocabulary/directives.json'
import documents from '../../schemas/vocabulary/documents.json'
import leftOvers from '../../schemas/vocabulary/left-overs.json'
import references from '../../schemas/vocabulary/references.json'
import shell from '../../schemas/vocabulary/shell.json'

// The bundle step puts texts in the place of this file's imports, which are parsed when they are first asked for.

export const credentialData = () => credentials
export const accountNames = () => accounts
export const directiveWords = () => directives
export const documentWords = () => documents
export const leftOverWords = () => leftOvers
export const referenceWords = () => references
export const shellWords = () => shell
