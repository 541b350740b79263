"""Python as people write it: what it prints must be the same whether it is recorded or not."""

import functools
import math
import sys
from dataclasses import dataclass, field

import numpy as np

np.random.seed(3)
total = 0


def add_to_total(value):
    global total
    total += value
    return total


class Counter:
    """A class with private names."""

    __hidden = 2
    count = 0

    def __init__(self, start=1):
        self.__value = start
        self._list = [1.0, 2.0]

    def __iadd__(self, other):
        self.__value += other
        return self

    def __matmul__(self, other):
        return ("matmul", other)

    def __getitem__(self, key):
        return key

    @property
    def value(self):
        return self.__value * Counter.__hidden

    @staticmethod
    def twice(x):
        return 2 * x

    @classmethod
    def made(cls, *args, **kwargs):
        return cls(*args, **kwargs)

    def bump(self):
        self.__value = self.__value + 1
        return 10


class Child(Counter):
    def __init__(self):
        super().__init__(start=5)
        self.extra = self.value + 0.5


@dataclass
class Settings:
    rate: float = 0.1
    sizes: list = field(default_factory=lambda: [2, 3, 1])


def outer():
    n = 0

    def inner():
        nonlocal n
        n += 1
        return n

    return inner


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs) + 1

    return wrapper


@decorated
def scaled(x, /, by=2.0, *rest, flag=False, **more):
    """Scale."""
    return x * by + len(rest) + flag + len(more)


def batches(data, size):
    for start in range(0, len(data), size):
        yield data[start : start + size]


def echo():
    received = []
    while len(received) < 2:
        received.append((yield len(received)))
    return received


def chain():
    got = yield from echo()
    yield got


def fails():
    try:
        return 1 / 0
    except ZeroDivisionError as error:
        print("caught", error)
    else:
        print("never")
    finally:
        print("finally")
    return None


c = Counter.made(start=3)
c += 4
c.count += 1
print(c.value, c @ 2, c[1:2, ...], c[0], Counter.twice(3), Child().extra, c.count, Counter.count)
c.count += c.bump()
print(c.count, c.value)
inner = outer()
inner()
print(inner(), add_to_total(2), add_to_total(3), total)
print(scaled(3), scaled(3, 1.5, 7, 8, flag=True, a=1, b=2), scaled.__name__, scaled.__doc__)
print([b.tolist() for b in batches(np.arange(5), 2)], list(batches([1, 2, 3], 2)))
g = chain()
print(next(g), g.send("a"), g.send("b"))
print(fails(), [x for x in range(5) if (y := x * 2) > 4], y, {k: v for k, v in zip("ab", (1, 2))}, {1, 2} | {3})
a, (b, *rest), Counter.count = 1, (2, 3, 4), 9
print(a, b, rest, Counter.count)
p = q = [0.0, 1.0]
p[0] += 5
p[1:] = [7.0, 8.0]
print(
    q, p is q, 1 < 2 < 3, not p, -a, +a, ~a, 2**-1, 7 // 2, 7 % 4, "%d%%" % 5, "x" * 3, f"{math.pi:.3f} {a!r} {a + b=}"
)
W = np.random.randn(3, 2)
V = W.T
W[0] -= 1
W[:, 1] *= 2
W[W > 0] = 0.5
W[1, 0], W[2, 1] = W[2, 1], W[1, 0]
V += np.float64(0.5)
print(W.tolist(), V.base is W, (W @ V).sum(axis=0, keepdims=True), np.einsum("ij,kj->ik", W, W).trace())
i = 3
i += 1.5
s = "text"
s += "!"
t = (1,)
t += (2,)
print(
    i,
    s,
    t,
    Settings(),
    locals() is globals(),
    __name__,
    sys.argv[1:],
    len(sys.argv),
    sorted(n for n in globals() if "nnviz" in n),
)
f = lambda x, n=2: x**n if x > 0 else -x
print(f(3), f(-4), max([1, 5, 2], key=lambda v: -v), sum(v * w for v, w in zip([1.0, 2.0], [3.0, 4.0])))
for k in range(3):
    if k == 1:
        continue
    print("k", k)
else:
    print("else")
while True:
    k += 1
    if k > 4:
        break
else:
    print("never")
with np.errstate(over="ignore"):
    print(np.exp(np.array([1000.0])))
match {"kind": "dense", "size": 3}:
    case {"kind": "dense", "size": n} if n > 2:
        print("dense", n)
    case _:
        print("other")
try:
    np.zeros((2, 3)) @ np.zeros((2, 3))
except ValueError as error:
    print(type(error).__name__)
data = {"W": np.ones((2, 2)), "deep": {"list": [np.zeros(2), 1.0]}}
data["deep"]["list"][0][1] = 4
data["deep"]["list"][1] += 0.25
data["W"] -= 0.5 * data["W"]
print(data, [row[0] for row in data["W"]], *[1, 2], sep="|")
x: float = 0.1 + 0.2
y: int
assert x == 0.30000000000000004, "message"
del x
print("x" in globals(), [[u + v for u in (1, 2)] for v in (10, 20)], (lambda *a, **k: (a, k))(1, b=2))
numbers = [3.0, 1.0, 2.0]
numbers.sort()
numbers.append(numbers.pop() * 2)
numbers.extend(v / 2 for v in numbers[:1])
print(numbers, isinstance(numbers[0], float), id(numbers) == id(numbers), numbers[-1:], True + 1, 1 if [] else 2)
print(eval("a + b"), type(c).__mro__[1].__name__, vars(Settings())["rate"], getattr(c, "missing", None), (3).real)
