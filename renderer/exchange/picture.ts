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
