"""The same program as compiled loops, for small networks: numba compiles what is written from the expression trees."""
