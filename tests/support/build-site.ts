import { build } from 'astro';

/** Builds the site of a library into a folder: `node tests/support/build-site.ts <library> <out>`. */
const [library = 'content', out = '.cache/test-site'] = process.argv.slice(2);
process.env['BIAOLIAN_LIBRARY'] = library;
process.env['BIAOLIAN_SITE'] ??= 'https://standards.example';
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await build({ outDir: out, logLevel: 'error' });
