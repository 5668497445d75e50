"""Compile the kernels of `sayso.reuse` into the code that the package ships.

    python training/kernels.py

Writes `src/sayso/reuse/kernels.ll`: LLVM assembly, optimised and of no processor's kind, which
`sayso.reuse.compiled` turns into the machine code of the computer it runs on. Needs numba; the
package itself does not. To be run, and its result committed, whenever a kernel is changed.
"""

from __future__ import annotations

import os
import re
from importlib import import_module
from types import FunctionType
from typing import Any

# Vectors of this computer's width would be in the way of others.
os.environ["NUMBA_LOOP_VECTORIZE"] = "0"
os.environ["NUMBA_CPU_NAME"] = "generic"

from llvmlite import binding as llvm
from numba import njit, types

from sayso.reuse import compiled

TYPES = {
    "int": types.int64,
    "float": types.float64,
    **{name: types.CPointer(getattr(types, f"{kind}")) for name, kind in compiled.ARRAYS.items()},
}
# What names this computer, what numba keeps for Python, and what only the newest LLVM knows.
LEFT_OUT = (
    r"^(target|source_filename|; ModuleID|@_ZN08NumbaEnv).*\n|captures\(none\) |"
    r" range\(i32 -?\d+, -?\d+\)|nocreateundeforpoison "
)
RETURNS = {"int": types.int64, "None": types.void}


def main() -> None:
    for name in compiled.MODULES:
        import_module(name)
    whole = llvm.parse_assembly("")
    for kernel in compiled.KERNELS.values():
        if kernel.returns in RETURNS:
            whole.link_in(llvm.parse_assembly(assembly(kernel)))
    for one in whole.functions:
        if not one.is_declaration and one.name not in compiled.KERNELS:
            one.linkage = "internal"
    text = re.sub(LEFT_OUT, "", str(whole), flags=re.MULTILINE)
    compiled.CODE.write_text(f"; {compiled.digest()}\n{text}", encoding="utf-8")
    print(f"{compiled.CODE}: {len(text.splitlines())} lines")


def assembly(kernel: compiled.Kernel) -> str:
    """Give the code of one kernel, and of those that it calls, under its own name."""
    signature = RETURNS[kernel.returns](*(TYPES[kind] for kind in kernel.kinds))
    made = njit(signature, error_model="numpy", no_cpython_wrapper=True, no_cfunc_wrapper=True)(
        plain(kernel)
    )
    (text,) = made.inspect_llvm().values()
    name = made.overloads[made.signatures[0]].fndesc.llvm_func_name
    assert name in text
    return text.replace(name, kernel.name)


def plain(kernel: compiled.Kernel) -> FunctionType:
    """Give the function of a kernel with the kernels it calls as numba knows them."""
    names: dict[str, Any] = dict(kernel.function.__globals__)
    for name in kernel.function.__code__.co_names:
        if isinstance(names.get(name), compiled.Kernel):
            names[name] = njit(error_model="numpy")(plain(names[name]))
    return FunctionType(kernel.function.__code__, names, kernel.name)


if __name__ == "__main__":
    main()
