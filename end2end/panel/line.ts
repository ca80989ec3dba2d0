// The way from a browser to the server, as a port of its own that can be cut like a cable.
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Line {
  private readonly sockets = new Set<Socket>();
  private whole = true;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static to(panelPort: number): Promise<Line> {
    const server = createServer();
    return new Promise((laid) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const line = new Line(server, address && typeof address === 'object' ? address.port : 0);
        server.on('connection', (near) => line.carry(near, panelPort));
        laid(line);
      });
    });
  }

  get host(): string {
    return `localhost:${this.port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  private carry(near: Socket, panelPort: number): void {
    if (!this.whole) return void near.destroy();
    const far = connect(panelPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      // What breaks at one end is over at the other.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  end(): void {
    this.cut();
    this.server.close();
  }
}
