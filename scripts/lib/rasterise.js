/** Runs inside Electron, the one SVG renderer that is here anyway: draws one SVG in several sizes as PNG. */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { app, BrowserWindow } from 'electron'

/** @type {{ svg: string, jobs: { file: string, size: number, crop: number }[] }} */
const { svg, jobs } = JSON.parse(process.env['KONTOR_DRAW'] ?? '')

async function draw() {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<canvas></canvas>')
  const source = readFileSync(svg, 'utf8')
  for (const { file, size, crop } of jobs) {
    const picture = source.replace('viewBox="0 0 1024 1024"', `viewBox="${crop} ${crop} ${1024 - 2 * crop} ${1024 - 2 * crop}" width="${size}" height="${size}"`)
    const url = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`
    const png = await window.webContents.executeJavaScript(`new Promise((resolve) => {
      const image = new Image()
      image.onload = () => {
        const canvas = document.querySelector('canvas')
        canvas.width = canvas.height = ${size}
        canvas.getContext('2d').drawImage(image, 0, 0)
        resolve(canvas.toDataURL('image/png').split(',')[1])
      }
      image.src = ${JSON.stringify(url)}
    })`)
    writeFileSync(file, Buffer.from(png, 'base64'))
  }
}

// Electron becomes ready only once this module has been read to its end, so the module itself must not wait for that.
void app.whenReady().then(draw).finally(() => { app.quit() })
