"""Kernels in machine code: Python functions over arrays, compiled before the package is packed.

`training/kernels.py` turns them into `kernels.ll`, code of no processor's kind; here it becomes
that of the computer, in a fraction of a second, on the first call, and is kept in the user's cache.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])

CODE = Path(__file__).with_name("kernels.ll")
MODULES = tuple(
    f"sayso.reuse.{name}"
    for name in ("letters", "seeds", "extension", "bits", "clusters", "pairwise")
)
ARRAYS = {
    "U8": "uint8", "U16": "uint16", "U32": "uint32", "U64": "uint64", "I64": "int64",
    "F64": "float64",
}  # fmt: skip
"""The arrays a kernel takes, as its annotations name them, and the numbers in them."""
_DTYPES = {name: np.dtype(kind) for name, kind in ARRAYS.items()}
_SIMPLE = {"int": ctypes.c_int64, "float": ctypes.c_double}
_LOCK = threading.Lock()


class Kernel:
    """A function over whole numbers and arrays that runs as machine code, without Python's lock.

    An array is seen as its numbers, one after the other, whatever its shape; nothing checks its
    length. In place of an array its `address` may be given, which is not checked at all.
    `function` is the same in Python, for who reads and who compiles.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.name = function.__name__
        annotations = dict(function.__annotations__)
        self.returns = str(annotations.pop("return"))
        self.kinds = tuple(map(str, annotations.values()))
        self.__doc__ = function.__doc__
        self._arrays = tuple(_DTYPES.get(kind) for kind in self.kinds)
        self._entry: Callable[..., int] | None = None

    def __call__(self, *arguments: Any) -> Any:
        """Run the machine code.

        Raises:
            TypeError: An array is of other numbers, or not in one piece, or there is one too few.
        """
        entry = self._entry or self._loaded()
        given = [
            one if kind is None or type(one) is int else self._address(one, kind)
            for one, kind in zip(arguments, self._arrays, strict=True)
        ]
        result = ctypes.c_int64()
        entry(ctypes.byref(result), None, *given)
        return result.value if self.returns == "int" else None

    def _address(self, array: Any, kind: np.dtype[Any]) -> int:
        if array.dtype != kind or not array.flags.c_contiguous:
            raise TypeError(f"{self.name} takes arrays of {kind} in one piece.")
        return address(array)

    def _loaded(self) -> Callable[..., int]:
        with _LOCK:
            engine = _engine()
        kinds: list[Any] = [_SIMPLE.get(kind, ctypes.c_void_p) for kind in self.kinds]
        # As the compiler has it: where to put the result, where to put an error, what is given.
        made = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *kinds)
        self._entry = made(engine.get_function_address(self.name))
        return self._entry


def address(array: Any) -> int:
    """Give where an array lies, for as long as it is held; asking takes a short kernel's time."""
    return int(array.__array_interface__["data"][0])


KERNELS: dict[str, Kernel] = {}
"""All kernels of the modules that are loaded, by name."""


def compiled(function: Function) -> Function:
    """Take a function as a kernel: annotated with `int`, `float` and names of `ARRAYS`."""
    kernel = KERNELS[function.__name__] = Kernel(function)
    return cast("Function", kernel)


def digest() -> str:
    """Give a digest of the sources of all kernels, by which stale code is found out."""
    import inspect

    sources = sorted(inspect.getsource(one.function) for one in KERNELS.values())
    return hashlib.sha256("\n".join(sources).encode()).hexdigest()


@cache
def _engine() -> Any:
    from llvmlite import binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        codemodel="jitdefault",
    )
    code = CODE.read_bytes()
    made_for = (llvm.llvm_version_info, machine.triple, llvm.get_host_cpu_name(),
                llvm.get_host_cpu_features().flatten())  # fmt: skip
    path = _folder() / hashlib.sha256(code + repr(made_for).encode()).hexdigest()[:32]
    machine_code = _kept(path)
    if machine_code is None:
        module = llvm.parse_assembly(code.decode("utf-8"))
        module.triple, module.data_layout = machine.triple, str(machine.target_data)
        machine_code = machine.emit_object(module)
        _keep(path, machine_code)
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(machine_code))
    engine.finalize_object()
    return engine


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("sayso") / "kernels"


def _kept(path: Path) -> bytes | None:
    """Give the machine code of an earlier run, if it is there and whole."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    digest, machine_code = kept[:32], kept[32:]
    return machine_code if hashlib.sha256(machine_code).digest() == digest else None


def _keep(path: Path, machine_code: bytes) -> None:
    """Keep machine code for the next run; where that cannot be, it takes a quarter second again."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(hashlib.sha256(machine_code).digest() + machine_code)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink()
