#!/usr/bin/env node
// What a reader sees: opens a notebook in JupyterLab in a headless browser, runs it, and takes pictures of it.
//
//   node tools/lab-screenshot.mjs NOTEBOOK.ipynb [FOLDER] [--dark]
//
// Needs, once: ./run setup; node 20 or newer; npm install --prefix build puppeteer-core@24; a Chromium
// (apt install chromium; $CHROMIUM names another). $PYTHON names another Python than .venv/bin/python.
// The notebook is run but not saved, and its figures go to a temporary folder: nothing is changed but
// FOLDER (default build/screenshots), which gets NAME-01.png, NAME-02.png, ... from top to bottom.
// Fails if a cell fails, if an image is broken, or if nothing is drawn.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const dark = process.argv.includes('--dark');
const [notebook, folder = join(root, 'build', 'screenshots')] = words;
const MINUTE = 60_000;
const WIDTH = 1200;
const PAGE = 1500;
const TALLEST = 15_000;

function stop(message) {
  console.error(`lab-screenshot: ${message}`);
  process.exit(2);
}

if (!notebook || !existsSync(notebook)) stop(`there is no notebook ${notebook ?? ''}; see the head of this script`);
const python = process.env.PYTHON ?? join(root, '.venv', 'bin', 'python');
if (!existsSync(python)) stop(`there is no ${python}: ./run setup`);
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(chromium)) stop(`there is no ${chromium}: apt install chromium`);
const puppeteer = (() => {
  try {
    const found = createRequire(join(root, 'build', 'here.js'))('puppeteer-core');
    return found.default ?? found;
  } catch {
    return stop('puppeteer-core is not there: npm install --prefix build puppeteer-core@24');
  }
})();

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The repository that the notebook is in, so that its links are found; else its own folder. */
function base(path) {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
  }
  return dirname(path);
}

async function startLab(folder, work, port, token) {
  const settings = join(work, 'settings', '@jupyterlab');
  for (const [place, name, values] of [
    ['notebook-extension', 'tracker', { windowingMode: 'none' }], // every cell is in the page, not only those in view
    ['docmanager-extension', 'plugin', { autosave: false }],
    ['apputils-extension', 'notification', { fetchNews: 'false' }],
  ]) {
    await mkdir(join(settings, place), { recursive: true });
    await writeFile(join(settings, place, `${name}.jupyterlab-settings`), JSON.stringify(values));
  }
  const options = {
    'ServerApp.ip': '127.0.0.1', 'ServerApp.port': port, 'ServerApp.root_dir': folder, 'IdentityProvider.token': token,
    'ServerApp.open_browser': 'False', 'ServerApp.allow_root': 'True', 'LabApp.expose_app_in_browser': 'True',
    'LabApp.user_settings_dir': join(work, 'settings'), 'LabApp.workspaces_dir': join(work, 'workspaces'),
  };
  const lab = spawn(python, ['-m', 'jupyterlab', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)], {
    stdio: 'ignore',
    env: { ...process.env, MURMURATION_FIGURES: join(work, 'figures') },
  });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 2 * MINUTE; ;) {
    if (await fetch(`${url}/api/status?token=${token}`).then((reply) => reply.ok, () => false)) return { lab, url };
    if (lab.exitCode !== null || Date.now() > end) throw new Error('JupyterLab did not start');
    await new Promise((go) => setTimeout(go, 250));
  }
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs in the page: every cell, one after another, until the kernel has been idle for a second. */
async function runAll(theme) {
  const app = window.jupyterapp;
  await app.commands.execute('apputils:change-theme', { theme });
  await app.shell.currentWidget.sessionContext.ready;
  await app.commands.execute('notebook:run-all-cells');
  const { kernel } = app.shell.currentWidget.sessionContext.session;
  for (let idle = 0; idle < 10;) {
    await new Promise((go) => setTimeout(go, 100));
    idle = kernel.status === 'idle' ? idle + 1 : 0;
  }
  app.shell.currentWidget.content.activeCellIndex = 0;
}

/** Runs in the page: what there is to see. */
function whatIsThere() {
  const all = (selector) => [...document.querySelectorAll(`.jp-Notebook ${selector}`)];
  const images = all('img, .jp-OutputArea-output svg');
  document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0;
  const last = all('.jp-Cell').at(-1).getBoundingClientRect();
  return {
    cells: all('.jp-CodeCell').length,
    images: images.length,
    broken: images.filter((image) => image.tagName === 'IMG' && image.naturalWidth === 0).length,
    tables: all('.jp-OutputArea-output table').length,
    errors: all('[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]')
      .map((error) => error.textContent.slice(0, 500)),
    height: Math.ceil(last.bottom),
  };
}

const work = await mkdtemp(join(tmpdir(), 'murmuration-lab-'));
let lab;
let browser;
let failed = false;
try {
  const name = basename(notebook);
  const path = resolve(notebook);
  await mkdir(folder, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const server = await startLab(base(path), work, await freePort(), token);
  lab = server.lab;
  browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
    defaultViewport: { width: WIDTH, height: PAGE },
    protocolTimeout: 10 * MINUTE,
  });
  const page = await browser.newPage();
  let began = Date.now();
  await page.goto(`${server.url}/doc/tree/${encodeURI(relative(base(path), path))}?token=${token}`, { timeout: 2 * MINUTE });
  await page.waitForSelector('.jp-Notebook .jp-Cell', { timeout: 2 * MINUTE });
  await page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.sessionContext, { timeout: MINUTE });
  console.log(`notebook on screen after ${seconds(began)}`);
  began = Date.now();
  await page.evaluate(runAll, dark ? 'JupyterLab Dark' : 'JupyterLab Light');
  console.log(`all cells run after ${seconds(began)}`);
  await new Promise((go) => setTimeout(go, 2000));

  const seen = await page.evaluate(whatIsThere);
  const height = Math.min(seen.height + 60, TALLEST);
  await page.setViewport({ width: WIDTH, height });
  await new Promise((go) => setTimeout(go, 2000));
  for (let top = 0, n = 1; top < height; top += PAGE, n++) {
    const picture = join(resolve(folder), `${name.replace(/\.ipynb$/, '')}${dark ? '-dark' : ''}-${String(n).padStart(2, '0')}.png`);
    await page.screenshot({ path: picture, clip: { x: 0, y: top, width: WIDTH, height: Math.min(PAGE, height - top) } });
    console.log(picture);
  }
  seen.errors.forEach((error) => console.log(`in the notebook: ${error}`));
  console.log(`${seen.cells} code cells, ${seen.images} images, ${seen.broken} broken, ${seen.tables} tables, ${seen.errors.length} errors`);
  failed = seen.errors.length > 0 || seen.broken > 0 || seen.images + seen.tables === 0;
} catch (error) {
  console.error(`lab-screenshot: ${error.message}`);
  failed = true;
} finally {
  await browser?.close();
  if (lab && lab.exitCode === null) {
    lab.kill('SIGTERM'); // one signal: the server then ends its kernels first
    await new Promise((end) => lab.once('exit', end));
  }
  await rm(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
