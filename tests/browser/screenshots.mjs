// Takes pictures of /watch and GraphiQL after a plan was made, wide and narrow, light and dark. All go to artifacts/; those that the README
// shows are written to docs/images/ too, where none may be larger than the README can bear.
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { open, until } from './site.mjs';

const largest = 150_000; // bytes
const wishes = { light: 'no running on Wednesdays; a long ride on Saturday', dark: 'no running on Wednesdays; a swim on Friday' };
const shown = { 'watch-1280-light': 'watch', 'watch-420-dark': 'watch-narrow', 'graphiql-1280-light': 'graphiql' };

const site = await open();
try {
  mkdirSync('artifacts', { recursive: true });
  mkdirSync('docs/images', { recursive: true });
  for (const width of [1280, 420]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await site.browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const take = async (what) => {
        const name = `${what}-${width}-${colorScheme}`, path = `artifacts/${name}.png`;
        await page.screenshot({ path });
        const { size } = statSync(path);
        if (shown[name]) {
          if (size > largest) throw new Error(`${path} has ${size} bytes; at most ${largest} are for the README`);
          copyFileSync(path, `docs/images/${shown[name]}.png`);
        }
        console.log(`${path} ${size} bytes`);
      };

      await page.goto(`http://${site.address}/watch`);
      await until('the days', async () => (await page.$$('#days > li')).length === 14, 20);
      await page.fill('#wish', wishes[colorScheme]);
      await page.click('#plan');
      await until('the plan', async () => (await page.$eval('#state.good', (e) => e.innerText)).includes('The plan stands on the calendar'), 60);
      await take('watch');

      await page.goto(`http://${site.address}/graphiql`); // the run and who is signed in are those of /watch
      await page.waitForSelector('.graphiql-execute-button');
      await page.locator('.graphiql-tab-button').nth(4).click();
      await page.waitForTimeout(300);
      await page.click('.graphiql-execute-button');
      await until('the decisions', async () => (await page.$eval('.result-window', (e) => e.innerText)).includes('The plan stands on the calendar'), 60);
      await page.waitForTimeout(300);
      await take('graphiql');
      await context.close();
    }
  }
} finally {
  await site.close();
}
