import numpy as np

# XOR with three hidden tanh units. It runs, and the loss falls a little; it never learns all four points.
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])

np.random.seed(4)
W1, b1 = np.random.randn(2, 3), np.zeros((1, 3))
W2, b2 = np.random.randn(3, 1), np.zeros((1, 1))


def sigmoid(t):
    return 1 / (1 + np.exp(-t))


for i in range(10000):
    h = np.tanh(X @ W1 + b1)
    out = sigmoid(h @ W2 + b2)
    loss = -np.mean(y * np.log(out) + (1 - y) * np.log(1 - out))
    d2 = out - y
    d1 = d2 @ W2.T * h * (1 - h)
    W2 -= 0.5 * h.T @ d2 / 4
    b2 -= 0.5 * d2.mean(0)
    W1 -= 0.5 * X.T @ d1 / 4
    b1 -= 0.5 * d1.mean(0)
    if i % 1000 == 0:
        print(i, loss)
