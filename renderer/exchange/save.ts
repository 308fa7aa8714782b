/** Hands a finished file to the person: the browser's download, in the desktop app its save dialog. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun; a minute is ample for a dialog to be answered or the copy to be made.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The picture of an SVG file at twice its size, for slides and word processors. */
export async function pngOf(svg: File, scale = 2): Promise<File> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(Math.ceil(image.naturalWidth * scale), Math.ceil(image.naturalHeight * scale))
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return new File([blob], svg.name.replace(/\.svg$/, '.png'), { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}
