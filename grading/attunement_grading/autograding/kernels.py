"""A kernel in the nursery, as nbgrader's ``Execute`` uses it; jupyter_client's fixed waits cut."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager, KernelManager
from traitlets import Type

CONNECTED = 0.05
"""Seconds to wait for a message before asking anew, while a socket is being connected."""


class CountedChannel(AsyncZMQSocketChannel):
    """The channel of outputs, on which only so much may come in."""

    left = 0
    exceeded: Callable[[], None]

    async def _recv(self, **kwargs: Any) -> dict[str, Any]:
        parts: list[bytes] = await self.socket.recv_multipart(**kwargs)
        self.left -= sum(map(len, parts))
        if self.left < 0:
            self.exceeded()
        _, message = self.session.feed_identities(parts)
        return self.session.deserialize(message)


class NurseryClient(AsyncKernelClient):
    """Talks to a kernel whose process we watch by other means than its heart."""

    iopub_channel_class = Type(CountedChannel)

    def start_channels(self, *_: Any, **__: Any) -> None:
        """Those that running a notebook takes."""
        super().start_channels(hb=False, control=False)
        manager: Any = self.parent
        self.iopub_channel.left, self.iopub_channel.exceeded = manager.most, manager.exceeded

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Ask until an answer comes by both channels: from then on no output is missed."""
        asked = self.kernel_info()
        while (await self._answer(asked, timeout))["msg_type"] != "kernel_info_reply":
            pass
        while True:
            try:
                message = await self.iopub_channel.get_msg(timeout=CONNECTED)
            except Empty:
                await self._see_that_it_lives()
                self.kernel_info()
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return

    async def _answer(self, asked: str, timeout: float | None) -> dict[str, Any]:
        waited = 0.0
        while timeout is None or waited < timeout:
            try:
                return await self.shell_channel.get_msg(timeout=1)
            except Empty:
                waited += 1
                await self._see_that_it_lives()
        raise RuntimeError(f"the kernel was not ready after {timeout} s")

    async def _see_that_it_lives(self) -> None:
        if not await self.is_alive():
            raise RuntimeError("the kernel ended before it was ready") from None


class NurseryKernel(AsyncKernelManager):
    """A kernel that somebody else started, in the form in which nbclient knows kernels."""

    def __init__(
        self,
        spec: KernelSpec,
        signal: Callable[[int], None],
        alive: Callable[[], bool],
        exceeded: Callable[[], None],
        most: int,
        **kw: Any,
    ) -> None:
        """``exceeded`` is called when more than ``most`` bytes of output came in."""
        super().__init__(**kw)
        self._kernel_spec = spec
        self._signal, self._alive = signal, alive
        self.exceeded, self.most = exceeded, most
        self.client_factory = NurseryClient

    @property
    def has_kernel(self) -> bool:
        """It was started before."""
        return True

    async def _async_is_alive(self) -> bool:
        return self._alive()

    is_alive = _async_is_alive

    async def _async_signal_kernel(self, signum: int) -> None:
        self._signal(signum)

    signal_kernel = _async_signal_kernel
    interrupt_kernel = KernelManager._async_interrupt_kernel
