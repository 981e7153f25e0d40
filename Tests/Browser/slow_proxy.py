"""A satellite line between a browser and a server on one machine: 64 kbit/s each way for all connections together, 700 ms there and
back, 3 % of the packets lost.

A model of what TCP makes of such a line, for machines whose kernel cannot do it: a connection costs a round trip before its first
byte; a lost packet comes again a round trip later, or after TCP's second of silence where nothing follows it, and holds up what is
behind it. The losses follow a fixed seed, so two runs meet the same line.
"""

import asyncio
import random

RATE = 8_000  # bytes a second
WAY = 0.35  # seconds
LOSS = 0.03
PACKET = 1_400  # bytes
SILENCE = 1.0  # seconds until TCP sends again what nothing followed
OVERHEAD = 40  # bytes of headers a packet


class Direction:
    """One way of the line, shared by all connections: packets leave one after another."""

    def __init__(self, chance: random.Random):
        self.chance, self.free = chance, 0.0

    async def send(self, size: int) -> None:
        loop = asyncio.get_running_loop()
        self.free = max(self.free, loop.time()) + (size + OVERHEAD) / RATE
        await asyncio.sleep(self.free - loop.time())

    def lost(self) -> bool:
        return self.chance.random() < LOSS


class Line:
    def __init__(self, host: str, port: int, seed: int = 7):
        self.target, chance = (host, port), random.Random(seed)
        self.up, self.down = Direction(chance), Direction(chance)

    async def serve(self, port: int) -> asyncio.Server:
        return await asyncio.start_server(self.connect, "127.0.0.1", port)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2 * WAY + (SILENCE if self.up.lost() else 0))  # SYN and its answer
        there_reader, there_writer = await asyncio.open_connection(*self.target)
        async with asyncio.TaskGroup() as group:
            group.create_task(self.carry(reader, there_writer, self.up))
            group.create_task(self.carry(there_reader, writer, self.down))

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, direction: Direction) -> None:
        """Packets wait for the line, travel, and arrive in order: the next is not delivered before the one that was lost."""
        loop, arriving = asyncio.get_running_loop(), asyncio.Queue()
        delivery = asyncio.create_task(self.deliver(arriving, writer))
        try:
            while data := await reader.read(PACKET):
                await direction.send(len(data))
                due = loop.time() + WAY
                while direction.lost():
                    due += 2 * WAY if reader._buffer else SILENCE  # noqa: SLF001 - whether more follows
                await arriving.put((due, data))
        except ConnectionError:
            pass
        await arriving.put((loop.time() + WAY, b""))
        await delivery

    async def deliver(self, arriving: asyncio.Queue, writer: asyncio.StreamWriter) -> None:
        loop, earliest = asyncio.get_running_loop(), 0.0
        try:
            while True:
                due, data = await arriving.get()
                earliest = max(earliest, due)
                await asyncio.sleep(earliest - loop.time())
                if not data:
                    break
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()
        except (ConnectionError, OSError):
            pass
