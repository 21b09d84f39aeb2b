/** Endings that folders have; all other endings are those of files. */
const folderEndings = /\.(?:d|app|bundle|egg-info|framework|git|xcassets|xcodeproj|xcworkspace)$/i

/** A dot and letters at the end, with something before it: `v1.2` is no file, and neither is `.github`. */
const fileEnding = /[^.]\.[a-z][\w+-]{0,11}$/i

const dotFiles = /^\.(?:env|[\w-]*(?:rc|ignore|attributes|modules|keep|version|editorconfig))$/i

const bareNames =
  /^(?:brewfile|changelog|codeowners|containerfile|contributing|copying|dockerfile|gemfile|jenkinsfile|justfile|licen[cs]e|makefile|notice|podfile|procfile|rakefile|readme|tiltfile|vagrantfile)$/i

/**
 * Is a plain name that of a file, and of no folder? Such a path means one file, and nothing below it. What is neither surely
 * a file nor surely a folder may be both.
 */
export function isFileName(name: string): boolean {
  if (folderEndings.test(name)) return false
  return fileEnding.test(name) || dotFiles.test(name) || bareNames.test(name)
}
