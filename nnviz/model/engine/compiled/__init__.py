"""The engine of compiled loops, which needs numba (the extra ``fast``).

source              a program as source code
loops               loops over the cells of arrays
cells               one cell of an expression
operations          numpy's operations on one cell
layout              where arrays lie in memory
functions           exp, tanh and ln(1 + x) as plain arithmetic
kernel              source code made runnable by numba
kernels             the kernels of this process, compiled in the background
compile_in_process  compiling in a process of its own
child_process       what that process runs
cache               where compiled code is stored
workspace           the arrays of whole batches, which a kernel fills
"""
