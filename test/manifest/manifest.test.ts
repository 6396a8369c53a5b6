import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { buildManifest, checkManifest, fillManifest, manifestSettings } from '../../src/commands/buildManifest.ts'
import { readConfig } from '../../src/config.ts'

const template = readFileSync(new URL('../../manifest/manifest.template.json', import.meta.url), 'utf8')
const settings = {
  appId: '0f3a6c1e-52ab-4c7e-9c39-7d6b6a7f1e01',
  publicUrl: 'https://between.example.nhs.uk/',
  audience: 'api://between.example.nhs.uk/0f3a6c1e-52ab-4c7e-9c39-7d6b6a7f1e01',
  version: '0.1.0',
  developer: 'Example service',
}

/** Names and contents of a zip's entries, read from its central directory. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  let at = zip.readUInt32LE(zip.length - 22 + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString()
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + size)
    entries.set(name, method === 8 ? inflateRawSync(data) : data)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

describe('the Teams app manifest', () => {
  test("filled for a deployment, it satisfies Microsoft's schema", () => {
    expect(checkManifest(fillManifest(template, settings))).toEqual([])
  })

  test('it offers the bot in one-to-one chats only, and the page as a personal tab', () => {
    const manifest = fillManifest(template, settings)
    expect(manifest.bots).toMatchObject([{ botId: settings.appId, scopes: ['personal'], supportsFiles: false }])
    expect(manifest.staticTabs).toMatchObject([
      { contentUrl: 'https://between.example.nhs.uk/staff/', scopes: ['personal'] },
    ])
    expect(manifest.validDomains).toEqual(['between.example.nhs.uk'])
    expect(manifest.webApplicationInfo).toEqual({ id: settings.appId, resource: settings.audience })
  })

  test('an address that is not https, or an id that is not a GUID, is refused with its place', async () => {
    const bad = { ...settings, appId: 'my-bot', publicUrl: 'http://127.0.0.1:3978' }
    const places = checkManifest(fillManifest(template, bad)).map((fault) => fault.place)
    expect(places).toEqual(['/id', '/bots/0/botId', '/webApplicationInfo/id'])
    await expect(buildManifest(bad)).rejects.toThrow(/\/bots\/0\/botId[\s\S]*PUBLIC_URL: is not https/)
  })

  test('a placeholder that nothing fills is a fault', () => {
    expect(() => fillManifest('{"name":"{nobody}"}', settings)).toThrow('{nobody}')
  })

  test('the zip holds the manifest and both icons at the sizes Teams asks for, and is the same bytes every time', async () => {
    const zip = await buildManifest(settings)
    expect(zip.equals(await buildManifest(settings))).toBe(true)
    const entries = unzip(zip)
    expect([...entries.keys()].sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    expect(JSON.parse(String(entries.get('manifest.json')))).toMatchObject({
      id: settings.appId,
      manifestVersion: '1.22',
    })
    const sizeOf = (png: Buffer) => [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(sizeOf(entries.get('color.png')!)).toEqual(['PNG', 192, 192])
    expect(sizeOf(entries.get('outline.png')!)).toEqual(['PNG', 32, 32])
  })

  test('missing settings are listed together', () => {
    expect(() => manifestSettings(readConfig({}), '0.1.0')).toThrow(/MICROSOFT_APP_ID[\s\S]*PUBLIC_URL/)
  })
})
