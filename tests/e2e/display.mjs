// A screen that nobody sees, for browsers that draw WebGL only in a window; Mesa draws it, without a graphics card.
import { spawn } from 'node:child_process';

/** Gives { environment, close() }: what a browser has to find in its environment to be shown there. */
export async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb did not start')));
    server.stdout.once('data', (data) => resolve(String(data).trim()));
  });
  return {
    environment: { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' },
    async close() {
      const ended = new Promise((resolve) => { server.once('exit', resolve); });
      server.kill();
      await ended;
    },
  };
}
