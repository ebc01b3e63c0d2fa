import { connect } from 'node:tls';

/**
 * Days till the certificate of a host ends, below nought where it has ended; undefined where the host does not answer.
 *
 * @param origin such as `https://std.example.cn`
 * @param now milliseconds since 1970
 */
export function countCertificateDays(origin: string, now: number): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(
      // A certificate that has ended is what is asked about.
      {
        host: hostname,
        port: Number(port || 443),
        servername: hostname,
        rejectUnauthorized: false,
      },
      () => {
        const end = Date.parse(socket.getPeerCertificate().valid_to);
        socket.destroy();
        resolve(Number.isNaN(end) ? undefined : Math.floor((end - now) / 86_400_000));
      },
    );
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('error', () => resolve(undefined));
  });
}
