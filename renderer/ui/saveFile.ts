/** Hands a finished file to the person: the browser's download, in the desktop app its save dialog. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The download has taken the address by the next turn of the loop; a minute is more than any dialog needs to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
